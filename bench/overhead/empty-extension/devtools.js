/** An empty panel with the title that the drivers look for. */

(globalThis.browser ?? globalThis.chrome).devtools.panels.create("Redirects", "", "panel.html");

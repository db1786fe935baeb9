/** The hidden page that DevTools load once per window. It adds the panel. */
import browser from "../../src/browser-api.ts";
import { text } from "../ui/texts.ts";

// Chromium resolves both paths against the extension's root; Firefox does so if they begin with a slash.
void browser.devtools.panels.create(text("panelTitle"), "/icons/hopscope-32.png", "/panel/log/panel.html");

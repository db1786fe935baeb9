/** What this extension substitutes for a script or a page. */

globalThis.isReplaced = true;

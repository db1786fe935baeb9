/** What this extension puts in the place of a script or a page. */

globalThis.isReplaced = true;

/** Folder of the extension that does nothing: the baseline, and the template of the bare listener. */
export const emptyExtensionDir = new URL("empty-extension", import.meta.url).pathname;

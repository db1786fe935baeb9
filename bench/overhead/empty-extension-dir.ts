/** Where the extension is that does nothing: the baseline itself, and the frame of the bare listener. */
export const emptyExtensionDir = new URL("empty-extension", import.meta.url).pathname;

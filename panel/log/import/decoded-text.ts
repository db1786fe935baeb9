/** Decodes a file: UTF-8, or UTF-16, in which PowerShell saves the output of programs. */

export function decodedText(bytes: Uint8Array<ArrayBuffer>): string {
  // Also removes the byte order mark.
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}

function encodingOf([first, second]: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
}

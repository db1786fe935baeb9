/**
 * The possible values of a Location with non-ASCII bytes. DevTools write each byte as a character (Latin-1); other
 * tools decode UTF-8; browsers request the bytes as they are, percent-encoded.
 */

/** The most likely value first. */
export function locationCandidates(text: string): readonly [string, ...string[]] {
  if (!/[\u0080-\u00ff]/.test(text) || /[\u0100-\uffff]/.test(text)) return [text];
  const escaped = text.replaceAll(/[\u0080-\u00ff]/g, escapedByte);
  const asUtf8 = decodedBytes(text);
  // Bytes that are valid UTF-8 are almost always meant as UTF-8.
  return asUtf8 === undefined ? [text, escaped] : [asUtf8, text];
}

function escapedByte(character: string): string {
  return `%${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}`;
}

function decodedBytes(text: string): string | undefined {
  try {
    return text.replaceAll(/[\u0080-\u00ff]+/g, (run) => decodeURIComponent(run.replaceAll(/./gs, escapedByte)));
  } catch {
    return undefined;
  }
}

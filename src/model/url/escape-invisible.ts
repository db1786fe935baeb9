/** Escapes characters that are invisible or change the display of the text around them: `\u{202e}`. */

/** C0/C1 controls, zero-width and bidirectional controls, line and paragraph separators, lone surrogates. */
const invisibleCharacters = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

export function escapeInvisible(untrusted: string): string {
  return untrusted.replace(invisibleCharacters, (character) => `\\u{${character.codePointAt(0)?.toString(16) ?? ""}}`);
}

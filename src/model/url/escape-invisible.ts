/** Characters that cannot be seen, or would disturb what stands beside them, made visible: `\u{202e}`. */

/** C0/C1 controls, zero-width and bidirectional controls, line and paragraph separators, lone surrogates. */
const disturbing = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

export function escapeInvisible(untrusted: string): string {
  return untrusted.replace(disturbing, (character) => `\\u{${character.codePointAt(0)?.toString(16) ?? ""}}`);
}

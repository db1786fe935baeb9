/** The first sentence of a text of `_locales`, before its values are inserted: a period before a space ends it. */
export function firstSentenceOf(text: string): string {
  return /^.*?(?:[.!?](?=\s)|。|$)/su.exec(text)?.[0] ?? text;
}

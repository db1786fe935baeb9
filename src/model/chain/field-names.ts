/**
 * The field names of a form, or undefined if the body only looks like a form. Many bodies that aren't forms are sent
 * with a form's media type (the default of Ajax libraries); a parser then mistakes the content for a name.
 */

/** Letters and digits of any script, and the punctuation that frameworks use in names, as in `user[address].street`. */
const fieldName = /^[\p{L}\p{M}\p{N}_.:$[\]-]{1,80}$/u;

/** Undefined if this isn't a form and must be treated as bytes. A single invalid name rejects the whole body. */
export function fieldNamesOf(pairs: Iterable<readonly [name: string, value: string]>): readonly string[] | undefined {
  const names: string[] = [];
  let hasValue = false;
  for (const [name, value] of pairs) {
    // A length check first: the pattern is linear, but a name can be megabytes long.
    if (name.length > 160 || !fieldName.test(name)) return undefined;
    names.push(name);
    // Padded Base64 parses as a name with the value "" or "=".
    hasValue ||= !/^=?$/.test(value);
  }
  // "hunter2", "hunter2=" and "tom&jerry" can be content: without any value, there's no evidence that these are names.
  return hasValue || names.length === 0 ? names : undefined;
}

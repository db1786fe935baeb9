/**
 * The field names of a form, or nothing where the body only looks like a form. Many bodies that are no forms are sent with
 * a form's media type (it is the default of Ajax libraries); a parser then takes the content for a name.
 */

/** Letters and digits of any script, and the signs that frameworks put into names, as in `user[address].street`. */
const fieldName = /^[\p{L}\p{M}\p{N}_.:$[\]-]{1,80}$/u;

/** Undefined: not a form, to be treated as bytes. One odd name is enough: then no name of that body is kept. */
export function fieldNamesOf(pairs: Iterable<readonly [name: string, value: string]>): readonly string[] | undefined {
  const names: string[] = [];
  let hasValue = false;
  for (const [name, value] of pairs) {
    // A length check first: the pattern is linear, but a name can be megabytes long.
    if (name.length > 160 || !fieldName.test(name)) return undefined;
    names.push(name);
    // Padded Base64 without a name reads as a name with the value "" or "=".
    hasValue ||= !/^=?$/.test(value);
  }
  // "hunter2", "hunter2=" and "tom&jerry" can be content: without any value, nothing shows that these are names.
  return hasValue || names.length === 0 ? names : undefined;
}

/** Immutable records with a limit, for the memory of quirks. */

/** By request id, tab id, or host name. */
export type Entries<Value> = Readonly<Record<string, Value>>;

const maxEntries = 100;

/** The oldest entry goes when there are too many. (Keys that are whole numbers count as older the smaller they are.) */
export function withEntry<Value>(entries: Entries<Value>, key: string, value: Value, max = maxEntries): Entries<Value> {
  const next = { ...entries, [key]: value };
  const keys = Object.keys(next);
  const oldest = keys[0];
  return keys.length <= max || oldest === undefined ? next : withoutEntry(next, oldest);
}

export function withoutEntry<Value>(entries: Entries<Value>, key: string): Entries<Value> {
  if (!(key in entries)) return entries;
  const { [key]: _, ...others } = entries;
  return others;
}

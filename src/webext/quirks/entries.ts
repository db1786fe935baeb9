/** Immutable records with a maximum size, for the memory of quirks. */

/** By request id, tab id, or host name. */
export type Entries<Value> = Readonly<Record<string, Value>>;

const maxEntries = 100;

/**
 * Drops the oldest entry when there are more than `max`. (JavaScript lists integer keys first, in ascending order, so
 * the smallest counts as the oldest.)
 */
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

/** Notes on what was skipped or truncated in an imported file: how often, and where first. */

/** Why an entry of a HAR was skipped. */
export type SkipReason = "no-request" | "no-url" | "no-time" | "no-method" | "no-response";

export interface ImportNote {
  /** `urls-cut` and `headers-cut`: longer than the import limits. */
  readonly kind: SkipReason | "urls-cut" | "headers-cut";
  readonly count: number;
  /** The number of the chain (trace) or entry (HAR); counts from 1. */
  readonly firstAt: number;
}

export interface NoteCollector {
  add(kind: ImportNote["kind"], at: number): void;
  /** Sorted by `firstAt`. */
  notes(): readonly ImportNote[];
}

export function createNoteCollector(): NoteCollector {
  const byKind = new Map<ImportNote["kind"], ImportNote>();
  return {
    add(kind, at) {
      const { count = 0, firstAt = at } = byKind.get(kind) ?? {};
      byKind.set(kind, { kind, count: count + 1, firstAt: Math.min(firstAt, at) });
    },
    notes: () => [...byKind.values()].toSorted((a, b) => a.firstAt - b.firstAt),
  };
}

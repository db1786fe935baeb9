/** What was left out of a file that opened: how often, and where first. */

/** Why an entry of a HAR was skipped. */
export type SkipReason = "no-request" | "no-url" | "no-time" | "no-method" | "no-response";

export interface ImportNote {
  /** `urls-cut` and `headers-cut`: longer than what this panel shows. */
  readonly kind: SkipReason | "urls-cut" | "headers-cut";
  readonly count: number;
  /** Counts from 1: chains of a trace, entries of a HAR. */
  readonly firstAt: number;
}

export interface NoteBook {
  add(kind: ImportNote["kind"], at: number): void;
  /** In the order of their first places. */
  notes(): readonly ImportNote[];
}

export function newNoteBook(): NoteBook {
  const byKind = new Map<ImportNote["kind"], ImportNote>();
  return {
    add(kind, at) {
      const { count = 0, firstAt = at } = byKind.get(kind) ?? {};
      byKind.set(kind, { kind, count: count + 1, firstAt: Math.min(firstAt, at) });
    },
    notes: () => [...byKind.values()].toSorted((a, b) => a.firstAt - b.firstAt),
  };
}

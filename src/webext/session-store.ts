/**
 * Saves the state of the background in `storage.session` (memory, never disk), so that it survives when the browser stops
 * the background. Write-behind: changes are batched, one record for each chain. The delay is short for rare changes
 * (documents, tabs, what the user asked for) and long for bursts of everything else (decision D62).
 */
import browser from "../browser-api.ts";
import { batch } from "./batch.ts";

const times = { delayMs: 5, intervalMs: 200 };
/** Records that exceeded the quota are retried with the first change after this time. */
const retryMs = 2_000;

/**
 * Creates the value of a record. Called only when the record is written, because most records change several times in
 * quick succession.
 */
type Serialize = () => unknown;

export interface SessionStore {
  /** Reads everything that was saved, by key. Call it once, before the first write. */
  read(): Promise<Record<string, unknown>>;
  /** Writes a record soon. `serialize` undefined: removes it. */
  write(key: string, serialize: Serialize | undefined, isUrgent: boolean): void;
}

/** `onSaved` is called when part of the state cannot be saved, and when all of it is saved again. */
export function sessionStore(onSaved: (isSaved: boolean) => void): SessionStore {
  const savedKeys = new Set<string>();
  const unsaved = new Map<string, Serialize | undefined>();
  let pending = new Map<string, Serialize | undefined>();
  let saving: Promise<void> = Promise.resolve();
  let triedAt = 0;

  const writes = batch(() => {
    const records = pending;
    pending = new Map();
    // One batch after the other: a retry must not overwrite a newer record.
    saving = saving.then(() => save(records));
  }, times);

  async function save(records: ReadonlyMap<string, Serialize | undefined>) {
    const isRetry = unsaved.size > 0 && Math.abs(Date.now() - triedAt) > retryMs;
    const wasSaved = unsaved.size === 0;
    const all = isRetry ? new Map([...unsaved, ...records]) : records;
    for (const key of all.keys()) unsaved.delete(key);
    const values = [...all].map(([key, serialize]) => ({ key, serialize, value: serialize?.() }));
    const kept = values.filter(({ value }) => value !== undefined);
    // Most requests end quickly without a record, and a record that was never saved need not be removed.
    const removed = values.flatMap(({ key, value }) => (value === undefined && savedKeys.delete(key) ? [key] : []));
    try {
      await Promise.all([
        removed.length > 0 && browser.storage.session.remove(removed),
        kept.length > 0 && browser.storage.session.set(Object.fromEntries(kept.map(({ key, value }) => [key, value]))),
      ]);
      for (const { key } of kept) savedKeys.add(key);
    } catch {
      // No room for all of it: as many as there is room for, the smallest first (decision D63).
      triedAt = Date.now();
      for (const { key, serialize, value } of kept.toSorted((a, b) => sizeOf(a.value) - sizeOf(b.value))) {
        // One after the other, because each uses part of the remaining quota.
        if (!(await saveOne(key, value))) unsaved.set(key, serialize);
      }
    }
    if (wasSaved !== (unsaved.size === 0)) onSaved(!wasSaved);
  }

  async function saveOne(key: string, value: unknown): Promise<boolean> {
    try {
      await browser.storage.session.set({ [key]: value });
      savedKeys.add(key);
      return true;
    } catch {
      // The previously saved record is outdated.
      if (savedKeys.delete(key)) await browser.storage.session.remove(key).catch(() => undefined);
      return false;
    }
  }

  return {
    async read() {
      const saved = await browser.storage.session.get(null);
      for (const key of Object.keys(saved)) savedKeys.add(key);
      return saved;
    },
    write(key, serialize, isUrgent) {
      pending.set(key, serialize);
      writes.schedule(isUrgent);
    },
  };
}

function sizeOf(value: unknown): number {
  return typeof value === "string" ? value.length : JSON.stringify(value).length;
}

/**
 * Saves the log in `storage.session` (memory, never disk), so that it survives when the browser stops the background.
 * Written behind: what changed is collected for a moment, and only that is written, one key a chain. The moment is short
 * for what is rare (documents, tabs, what a person asked for), and long for bursts of everything else. A chain is saved as
 * JSON: Chromium 156 counts each part of an object by itself, three times its size as text, against the quota.
 */
import browser from "webextension-polyfill";
import { restoreLog, type ChainLog, type LogChange, type TabState } from "../model/log/chain-log.ts";
import type { HstsHosts } from "../model/log/hsts-hosts.ts";
import type { Chain } from "../model/chain/redirect-chain.ts";
import type { BrowserName } from "./normalize-body.ts";

const writeDelayMs = 5;
/** While changes keep coming that can wait. */
const burstDelayMs = 200;
/** What there was no room for is tried again, with the next changes after so long. */
const retryMs = 2_000;

export interface SessionStore {
  /** The log as it was saved; an empty one when nothing was. Call it once, before the first write. */
  read(): Promise<ChainLog>;
  write(changes: readonly LogChange[]): void;
}

/** `onSaved` is called when part of the log cannot be saved, and when all of it is saved again. */
export function sessionStore(browserName: BrowserName, onSaved: (isSaved: boolean) => void): SessionStore {
  const savedKeys = new Set<string>();
  const unsaved = new Map<string, LogChange>();
  let pending = new Map<string, LogChange>();
  let saving: Promise<void> = Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isTimerShort = false;
  let flushedAt = 0;
  let triedAt = 0;

  function flush() {
    timer = undefined;
    flushedAt = Date.now();
    const changes = pending;
    pending = new Map();
    // One batch after the other: what is retried must not overtake what is newer.
    saving = saving.then(() => save(changes));
  }

  async function save(changes: ReadonlyMap<string, LogChange>) {
    const isRetry = unsaved.size > 0 && Math.abs(Date.now() - triedAt) > retryMs;
    const wasSaved = unsaved.size === 0;
    const all = isRetry ? new Map([...unsaved, ...changes]) : changes;
    for (const key of all.keys()) unsaved.delete(key);
    // Not before: most chains change several times in a moment, and only what came of it is worth making JSON of.
    const batch = [...all].map(([key, change]) => ({ key, change, value: savedAs(change, browserName) }));
    const kept = batch.filter(({ value }) => value !== undefined);
    // Most requests begin and end within a moment and leave nothing: what was never saved need not be removed.
    const removed = batch.flatMap(({ key, value }) => (value === undefined && savedKeys.delete(key) ? [key] : []));
    try {
      await Promise.all([
        removed.length > 0 && browser.storage.session.remove(removed),
        kept.length > 0 && browser.storage.session.set(Object.fromEntries(kept.map(({ key, value }) => [key, value]))),
      ]);
      for (const { key } of kept) savedKeys.add(key);
    } catch {
      // No room for all of it: as many as there is room for, the smallest first.
      triedAt = Date.now();
      for (const item of kept.toSorted((a, b) => sizeOf(a.value) - sizeOf(b.value))) {
        if (!(await saveOne(item.key, item.value))) unsaved.set(item.key, item.change);
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
      // What was saved of it before is no longer true.
      if (savedKeys.delete(key)) await browser.storage.session.remove(key).catch(() => undefined);
      return false;
    }
  }

  return {
    async read() {
      const saved = await browser.storage.session.get(null);
      for (const key of Object.keys(saved)) savedKeys.add(key);
      return logOf(saved);
    },
    write(changes) {
      if (changes.length === 0) return;
      for (const change of changes) pending.set(keyOf(change), change);
      const isShort = changes.some(isRare) || Math.abs(Date.now() - flushedAt) > burstDelayMs;
      if (timer !== undefined && (isTimerShort || !isShort)) return;
      clearTimeout(timer);
      isTimerShort = isShort;
      timer = setTimeout(flush, isShort ? writeDelayMs : burstDelayMs);
    },
  };
}

function logOf(saved: Record<string, unknown>): ChainLog {
  const chains: Chain[] = [];
  const tabs = new Map<number, TabState>();
  let hstsHosts: HstsHosts = {};
  // Only this file writes these keys, so their values have the types that it wrote.
  for (const [key, value] of Object.entries(saved)) {
    const [kind, id] = key.split(":", 2);
    if (kind === "chain") chains.push(JSON.parse(value as string) as Chain);
    else if (kind === "tab") tabs.set(Number(id), value as TabState);
    else if (kind === "hsts") hstsHosts = value as HstsHosts;
  }
  return restoreLog({ chains, tabs, hstsHosts });
}

function isRare(change: LogChange): boolean {
  return change.kind === "chain-put" ? change.chain.resourceType === "main_frame" : change.kind !== "chain-dropped";
}

function jsonOf(chain: Chain, browserName: BrowserName): string {
  const json = JSON.stringify(chain);
  // Firefox 153 hands URLs over in 16 bits a character, and counts a text twice that has one of them. Parsed, they fit in 8.
  return browserName === "firefox" ? JSON.stringify(JSON.parse(json)) : json;
}

function sizeOf(value: unknown): number {
  return typeof value === "string" ? value.length : JSON.stringify(value).length;
}

function keyOf(change: LogChange): string {
  switch (change.kind) {
    case "chain-put":
      return `chain:${change.chain.id}`;
    case "chain-dropped":
      return `chain:${change.chainId}`;
    case "tab-put":
    case "tab-dropped":
      return `tab:${change.tabId}`;
    case "hsts-put":
      return "hsts";
  }
}

/** Undefined: to be removed. */
function savedAs(change: LogChange, browserName: BrowserName): unknown {
  switch (change.kind) {
    case "chain-put":
      return jsonOf(change.chain, browserName);
    case "tab-put":
      return change.state;
    case "hsts-put":
      return change.hosts;
    case "chain-dropped":
    case "tab-dropped":
      return undefined;
  }
}

/** A quirk: what one browser reports in another way than the model expects, and how it is put right (decision D21). */
import type { LogEvent } from "../../model/log/log-event.ts";
import type { BrowserName } from "../normalize-body.ts";

/**
 * The documentation of a quirk: `docs/browser-quirks.md` is generated from it. It is a separate constant, so that the
 * build leaves it out of the extension.
 */
export interface QuirkFacts {
  readonly id: string;
  /** In English, for developers: what the browser does. */
  readonly summary: string;
  /** How Hopscope handles it. */
  readonly handling: string;
  /** The browsers and versions in which it was observed. */
  readonly seenIn: readonly `${"Chromium" | "Firefox"} ${number}`[];
  /** A link to the browser's bug, if one is known. */
  readonly bug?: string;
  /** Names of recorded scenarios (`test/fixtures/<browser>/<name>.json`) that show it. */
  readonly traces: readonly string[];
}

/** A quirk that is handled by rewriting events before they reach the model. */
export interface Quirk<Memory> {
  /** The key under which its memory is saved. */
  readonly id: string;
  readonly browsers: readonly BrowserName[];
  /** Plain JSON data. */
  readonly emptyMemory: Memory;
  /** Its memory is short-lived and not saved: it is lost when the browser stops the background. */
  readonly hasTransientMemory?: true;
  /** Returns undefined when the quirk doesn't apply to the event, as for most events. */
  rewrite(event: LogEvent, memory: Memory): Rewritten<Memory> | undefined;
}

export interface Rewritten<Memory> {
  /** The events that replace the original one. */
  readonly events: readonly LogEvent[];
  /** Immutable: a new object when it changed. */
  readonly memory: Memory;
}

/** A quirk: what one browser reports in another way than the model expects, and how it is put right (decision D21). */
import type { LogEvent } from "../../model/log/log-event.ts";
import type { BrowserName } from "../normalize-body.ts";

/**
 * The documentation of a quirk: `docs/browser-quirks.md` is generated from it. A constant of its own, so that it is not
 * part of the extension.
 */
export interface QuirkFacts {
  readonly id: string;
  /** In English, for developers: what the browser does. */
  readonly summary: string;
  /** What Hopscope makes of it. */
  readonly handling: string;
  /** The browser and the version in which it was seen. */
  readonly seenIn: readonly `${"Chromium" | "Firefox"} ${number}`[];
  /** A link to the browser's bug, if one is known. */
  readonly bug?: string;
  /** Names of recorded scenarios (`test/fixtures/<browser>/<name>.json`) that show it. */
  readonly traces: readonly string[];
}

/** A quirk that is put right by rewriting events, before they reach the model. */
export interface Quirk<Memory> {
  /** Names its memory where it is saved. */
  readonly id: string;
  readonly browsers: readonly BrowserName[];
  /** Plain JSON data. */
  readonly emptyMemory: Memory;
  /** Its memory is of use for moments only, and is not saved for when the browser stops the background. */
  readonly isForgetful?: true;
  /** Undefined when the event is none of its business, as for most events. */
  rewrite(event: LogEvent, memory: Memory): Rewritten<Memory> | undefined;
}

export interface Rewritten<Memory> {
  /** What the model gets in place of the event. */
  readonly events: readonly LogEvent[];
  /** Immutable: another object when it changed. */
  readonly memory: Memory;
}

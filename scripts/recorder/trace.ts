/** A trace: what one browser reported while one scenario ran. The files are under `test/fixtures/<browser>/`. */

export interface TraceEvent {
  readonly source: "webRequest" | "webNavigation" | "content";
  /** The event, for example `onBeforeRedirect`, or the type of the content script's message. */
  readonly name: string;
  /** As the browser reported them, with bytes replaced by their number: `{ byteLength: 26 }`. */
  readonly details: Readonly<Record<string, unknown>>;
}

export interface Trace {
  /** For example `Chromium 156.0.8078.79`. */
  readonly browser: string;
  readonly events: readonly TraceEvent[];
}

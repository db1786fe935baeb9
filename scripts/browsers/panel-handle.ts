/**
 * Makes a PanelHandle of the few functions that differ between browsers. Shared by both: how a function is sent into
 * the panel, and how a condition is awaited.
 */
import type { MouseButton, PanelHandle, WaitOptions } from "./browser-session.ts";
import { errorText } from "./error-text.ts";
import { findTarget, type Target } from "./find-target.ts";
import { waitUntil, within } from "./wait-until.ts";
import { watchPanel, type Watched } from "./watch-panel.ts";

const MARKED = "[data-target]";
/** How long the panel watches itself before the next call: by then it may be another document. */
const WATCH_MS = 500;
/** A document that goes away may never respond. */
const ANSWER_MS = 5_000;

export interface PanelDriver extends Pick<PanelHandle, "press" | "screenshot" | "setTheme" | "setSize"> {
  /** Runs an expression in the panel's document; its value is a promise of a string. */
  run(source: string): Promise<string>;
  /** Clicks an element that is known to be visible. */
  clickNow(selector: string, button: MouseButton): Promise<void>;
  /** Drags an element that is known to be visible. */
  dragNow(selector: string, by: { readonly x: number; readonly y: number }): Promise<void>;
}

export function makePanelHandle(driver: PanelDriver): PanelHandle {
  async function call<T>(source: string): Promise<T> {
    const answer: { value: T } = JSON.parse(await driver.run(source));
    return answer.value;
  }

  async function waitFor<A extends readonly unknown[], T>(
    fn: (...args: A) => T,
    { timeoutMs, args, equals }: WaitOptions<A> = {},
  ): Promise<Awaited<T>> {
    const source = watchSource(fn, args ?? [], equals);
    let last = "";
    const fulfilled = await waitUntil(
      async () => {
        try {
          const watched = await within(ANSWER_MS, "A response of the panel", call<Watched<Awaited<T>>>(source));
          last = watched.last;
          return watched.value === undefined ? undefined : { value: watched.value };
        } catch (error) {
          // Counts as "not yet": the document may have been replaced meanwhile.
          last = `Its last error: ${errorText(error)}`;
          return undefined;
        }
      },
      () => `The panel did not meet the condition (${String(fn)})(${JSON.stringify(args ?? []).slice(1, -1)}). ${last}`,
      timeoutMs,
    );
    return fulfilled.value;
  }

  /** Waits until the target has a box, and marks it: both browsers' drivers then find it by one selector. */
  async function mark(target: Target): Promise<void> {
    const source = `(target) => (${String(markFound)})((${String(findTarget)})(target))`;
    await waitUntil(
      () =>
        within(
          ANSWER_MS,
          "A response of the panel",
          call<boolean>(jsonOf(`(${source})(${JSON.stringify(target)})`)),
        ).catch(() => false),
      () => `The panel shows no ${typeof target === "string" ? target : JSON.stringify(target)}.`,
    );
  }

  return {
    evaluate: (fn, ...args) => call(callSource(fn, args)),
    waitFor,
    async click(target, button = "left") {
      await mark(target);
      await driver.clickNow(MARKED, button);
    },
    async drag(target, by) {
      await mark(target);
      await driver.dragNow(MARKED, by);
    },
    press: (key) => driver.press(key),
    screenshot: (path) => driver.screenshot(path),
    setTheme: (theme) => driver.setTheme(theme),
    setSize: (width, height) => driver.setSize(width, height),
  };
}

/** An expression that calls the function and returns its result as JSON. */
function callSource(fn: (...args: never[]) => unknown, args: readonly unknown[]): string {
  return jsonOf(`(${String(fn)})(...${JSON.stringify(args)})`);
}

/** An expression that waits for the function's result, as a `Watched` in JSON. */
function watchSource(fn: (...args: never[]) => unknown, args: readonly unknown[], equals: unknown): string {
  const wanted = equals === undefined ? "undefined" : JSON.stringify(JSON.stringify(equals));
  return jsonOf(`(${String(watchPanel)})(() => (${String(fn)})(...${JSON.stringify(args)}), ${WATCH_MS}, ${wanted})`);
}

function jsonOf(expression: string): string {
  // esbuild (tsx) wraps inner functions in __name(…), which exists only in the module it came from.
  return `(async () => {
    const __name = (target) => target;
    return JSON.stringify({ value: await ${expression} });
  })()`;
}

/** Runs in the panel. */
function markFound(element: Element | undefined): boolean {
  const box = element?.getBoundingClientRect();
  if (element === undefined || box === undefined || box.width === 0 || box.height === 0) return false;
  document.querySelector("[data-target]")?.removeAttribute("data-target");
  element.setAttribute("data-target", "");
  return true;
}

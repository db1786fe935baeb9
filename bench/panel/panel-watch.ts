/** Stopwatches in the panel's page: when something is painted, and how long frames take. */
import type { Page } from "puppeteer-core";

declare global {
  var painted: Promise<number>;
}

/** Starts watching an element; `paintedAt` then returns when its first change was painted. */
export function watchPaint(panel: Page, selector: string): Promise<void> {
  return panel.evaluate((watched) => {
    globalThis.painted = new Promise((resolve) => {
      const target = document.querySelector(watched) ?? document.body;
      const observer = new MutationObserver(() => {
        observer.disconnect();
        // A message posted during a frame arrives after its layout and paint.
        const channel = new MessageChannel();
        channel.port1.addEventListener("message", () => resolve(Date.now()));
        channel.port1.start();
        requestAnimationFrame(() => channel.port2.postMessage(""));
      });
      observer.observe(target, { childList: true, characterData: true, subtree: true });
    });
  }, selector);
}

export function paintedAt(panel: Page): Promise<number> {
  return panel.evaluate(() => painted);
}

/** Resolves with the time at which the list had painted a chain. */
export function chainPaintedAt(panel: Page, chainId: string): Promise<number> {
  return panel.evaluate(
    (id) =>
      new Promise<number>((resolve) => {
        const channel = new MessageChannel();
        channel.port1.addEventListener("message", () => resolve(Date.now()));
        channel.port1.start();
        const look = {
          on() {
            if (document.querySelector(`[data-item-id="${id}"]`) === null) requestAnimationFrame(look.on);
            else channel.port2.postMessage("");
          },
        };
        look.on();
      }),
    chainId,
  );
}

export interface Frames {
  /** Main-thread time of a frame from its scroll event on: script, style, layout, paint. */
  readonly workMs: readonly number[];
  /** From one frame to the next; 16.7 at 60 Hz. */
  readonly gapMs: readonly number[];
}

/** Measures frames while the list scrolls by `scrollPx` per frame; 0 does not scroll. */
export function measureFrames(panel: Page, frameCount: number, scrollPx: number): Promise<Frames> {
  return panel.evaluate(
    (count, px) =>
      new Promise<Frames>((resolve) => {
        const list = document.querySelector(".list");
        const workMs: number[] = [];
        const gapMs: number[] = [];
        const channel = new MessageChannel();
        let startedAt: number | undefined;
        let frameAt: number | undefined;
        // A method, because tsx names functions with a helper that the page does not have.
        const frame = {
          on(time: number) {
            startedAt ??= performance.now();
            if (frameAt !== undefined) gapMs.push(time - frameAt);
            frameAt = time;
            list?.scrollBy({ top: px });
            channel.port2.postMessage("");
          },
        };
        if (px > 0) list?.scrollTo({ top: 0 });
        // A frame starts with the scroll events of the frame before; the list renders then.
        document.addEventListener("scroll", () => void (startedAt ??= performance.now()), true);
        channel.port1.addEventListener("message", () => {
          const now = performance.now();
          workMs.push(now - (startedAt ?? now));
          startedAt = undefined;
          if (workMs.length === count) resolve({ workMs, gapMs });
          else requestAnimationFrame(frame.on);
        });
        channel.port1.start();
        requestAnimationFrame(frame.on);
      }),
    frameCount,
    scrollPx,
  );
}

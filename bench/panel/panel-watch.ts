/** Stop watches in the panel's page: when something is painted, and how long its frames take. */
import type { Page } from "puppeteer-core";

declare global {
  var painted: Promise<number>;
}

/** Begins to watch an element; `paintedAt` then gives the time at which its first change was on the screen. */
export function watchPaint(panel: Page, selector: string): Promise<void> {
  return panel.evaluate((watched) => {
    globalThis.painted = new Promise((resolve) => {
      const target = document.querySelector(watched) ?? document.body;
      const observer = new MutationObserver(() => {
        observer.disconnect();
        // A message sent in a frame arrives after that frame was laid out and painted.
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

/** The time at which the list had drawn a chain. */
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
  /** What a frame took on the main thread, from its scroll event on: script, style, layout, paint. */
  readonly workMs: readonly number[];
  /** From one frame to the next; the screen's own rhythm is 16.7. */
  readonly gapMs: readonly number[];
}

/** Measures frames while the list is scrolled by so many pixels in each; 0 leaves it where it is. */
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
        // A method, for tsx gives functions their name by something that is not there in the page.
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
        // A frame begins with the scroll events of what was scrolled in the one before; the list draws then.
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

/**
 * Controls the extension's service worker. puppeteer's `target.worker()` would stay attached to it, and Chromium never
 * stops a worker with a debugger; here a session is closed immediately.
 */
import { TargetType, type Browser, type Target } from "puppeteer-core";
import { waitUntil } from "./wait-until.ts";

const findWorkers = (browser: Browser, origin: string): Target[] =>
  browser.targets().filter((target) => target.type() === TargetType.SERVICE_WORKER && target.url().startsWith(origin));

/** Resolves when the worker is activated: before that it has no listeners, and events are lost. */
export async function serviceWorkerReady(browser: Browser, origin: string): Promise<void> {
  const worker = await waitUntil(
    () => findWorkers(browser, origin)[0],
    () => "Chromium: the extension's service worker did not start",
  );
  const session = await worker.createCDPSession();
  let state: unknown;
  await waitUntil(
    async () => {
      const expression = "self.serviceWorker.state";
      state = (await session.send("Runtime.evaluate", { expression })).result.value;
      return state === "activated";
    },
    () => `Chromium: the extension's service worker is still ${String(state)}`,
  );
  await session.detach();
}

/** An event may start a new worker immediately: wait for the old one to be gone. */
export async function stopServiceWorker(browser: Browser, origin: string): Promise<void> {
  const running = findWorkers(browser, origin);
  const session = await browser.target().createCDPSession();
  const { targetInfos } = await session.send("Target.getTargets");
  const workers = targetInfos.filter(({ type, url }) => type === "service_worker" && url.startsWith(origin));
  await Promise.all(workers.map(({ targetId }) => session.send("Target.closeTarget", { targetId })));
  await session.detach();
  await waitUntil(
    () => findWorkers(browser, origin).every((target) => !running.includes(target)),
    () => "Chromium: the extension's service worker did not stop",
  );
}

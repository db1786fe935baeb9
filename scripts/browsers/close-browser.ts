// Closing a browser for good: politely first, and by force when it does not go.

import type { Browser } from "puppeteer-core";
import { waitUntil } from "./wait-until.ts";

const POLITE_MS = 10_000;

export async function closeBrowser(browser: Browser): Promise<void> {
  const child = browser.process();
  const isGone = (): boolean => child === null || child.exitCode !== null || child.signalCode !== null;
  // A failure to close politely (a hung or already dead browser) is answered below.
  const closing = browser.close().catch(() => undefined);
  try {
    await waitUntil(isGone, () => "still there", POLITE_MS);
  } catch {
    // puppeteer starts the browser as the leader of a process group, so its children go with it.
    if (child?.pid !== undefined) killGroup(child.pid);
    await waitUntil(isGone, () => `The browser process ${child?.pid} does not end`);
  }
  await closing;
}

function killGroup(pid: number): void {
  try {
    process.kill(process.platform === "win32" ? pid : -pid, "SIGKILL");
  } catch {
    // It ended in the meantime.
  }
}

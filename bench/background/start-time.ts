/** How long the background takes from its start to the end of its first tick, when all listeners are registered. */
import { TargetType } from "puppeteer-core";
import { waitUntil } from "../../scripts/browsers/wait-until.ts";
import type { ExtensionUnderTest } from "../extension-under-test.ts";

declare global {
  /** Set at the end of the background script, in ms since the background started. */
  var registeredAtMs: number | undefined;
}

/** Stops the background, wakes it with a navigation, and reads its start time. */
export async function startTimeMs(extension: ExtensionUnderTest): Promise<number> {
  const { session, lab, page } = extension;
  await session.stopBackground();
  await session.visit(page, lab.url("shop.test", "/fetch"));
  return waitUntil(
    () => (session.name === "chromium" ? askWorker(extension) : askEventPage(extension)),
    () => "The background did not start again.",
  );
}

async function askWorker({ session }: ExtensionUnderTest): Promise<number | undefined> {
  const origin = session.extensionUrl("");
  const worker = session.browser
    .targets()
    .find((target) => target.type() === TargetType.SERVICE_WORKER && target.url().startsWith(origin));
  const debugging = await worker?.createCDPSession();
  const answer = await debugging?.send("Runtime.evaluate", { expression: "globalThis.registeredAtMs" });
  await debugging?.detach();
  const value: unknown = answer?.result.value;
  return typeof value === "number" ? value : undefined;
}

/** Reads it through another extension page, which only works for an event page. */
function askEventPage({ extensionPage }: ExtensionUnderTest): Promise<number | undefined> {
  return extensionPage.evaluate(async () => {
    const background = (await api.runtime.getBackgroundPage()) as typeof globalThis | null | undefined;
    return background?.registeredAtMs;
  });
}

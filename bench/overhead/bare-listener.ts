/**
 * Extensions that do nothing: one that may listen to requests and does not, one that listens to what Hopscope listens to.
 * What they cost is the browser's price; no extension that records redirects can cost less.
 */
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserName } from "../../scripts/browsers/find-browser.ts";
import type { Cleanup } from "../../scripts/interruption.ts";
import { isListenedTo, listenedEvents } from "../../src/webext/listened-events.ts";
import { emptyExtensionDir } from "./empty-extension-dir.ts";

/** Both have the permission, and give the folder they were written into. */
export async function makeSilent(cleanup: Cleanup): Promise<string> {
  return makeExtension("", cleanup);
}

export async function makeBareListener(browserName: BrowserName, cleanup: Cleanup): Promise<string> {
  return makeExtension(listening(browserName), cleanup);
}

async function makeExtension(background: string, cleanup: Cleanup): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "hopscope-bench-"));
  cleanup(() => rm(folder, { recursive: true, force: true }));
  await cp(emptyExtensionDir, folder, { recursive: true });
  const manifest: object = JSON.parse(await readFile(join(folder, "manifest.json"), "utf8"));
  const permissions = { permissions: ["webRequest"], host_permissions: ["<all_urls>"] };
  await writeFile(join(folder, "manifest.json"), JSON.stringify({ ...manifest, ...permissions }));
  await writeFile(join(folder, "background.js"), background);
  return folder;
}

/** As Hopscope does while a panel is open. */
function listening(browserName: BrowserName): string {
  const lines = Object.entries(listenedEvents).map(([name, extraInfo]) => {
    const isOfAll = isListenedTo(name as keyof typeof listenedEvents, "xmlhttprequest", browserName);
    const filter = { urls: ["<all_urls>"], ...(isOfAll ? {} : { types: ["main_frame"] }) };
    const options = extraInfo.length === 0 ? "" : `, ${JSON.stringify(extraInfo)}`;
    return `webRequest.${name}.addListener(() => {}, ${JSON.stringify(filter)}${options});`;
  });
  return ["const { webRequest } = globalThis.browser ?? globalThis.chrome;", ...lines, ""].join("\n");
}

/**
 * Extensions that do nothing: one that may listen to requests and does not, one that listens to what Hopscope listens to.
 * What they cost is the browser's price: no extension that is told what Hopscope is told can cost less.
 */
import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { BrowserName } from "../../scripts/browsers/find-browser.ts";
import { isListenedTo, listenedEvents } from "../../src/webext/listened-events.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { emptyExtensionDir } from "./empty-extension-dir.ts";

/** Both have the permission, and give the folder they were written into. */
export async function makeSilent(): Promise<string> {
  return makeExtension("");
}

export async function makeBareListener(browserName: BrowserName): Promise<string> {
  return makeExtension(listening(browserName));
}

async function makeExtension(background: string): Promise<string> {
  const folder = await temporaryFolder();
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

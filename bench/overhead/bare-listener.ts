/**
 * An extension that listens to what Hopscope listens to, and does nothing with it. What it costs is the browser's price for
 * telling an extension of requests; no extension that is told of them can cost less.
 */
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserName } from "../../scripts/browsers/find-browser.ts";
import type { Cleanup } from "../../scripts/interruption.ts";
import { isListenedTo, listenedEvents } from "../../src/webext/listened-events.ts";
import { emptyExtensionDir } from "./empty-extension-dir.ts";

/** Documents are listened to always, all types while a panel is open. */
type Scope = "documents" | "all-types";

/** The folder it was written into. */
export async function makeBareListener(browserName: BrowserName, scope: Scope, cleanup: Cleanup): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "hopscope-bare-listener-"));
  cleanup(() => rm(folder, { recursive: true, force: true }));
  await cp(emptyExtensionDir, folder, { recursive: true });
  const manifest: object = JSON.parse(await readFile(join(folder, "manifest.json"), "utf8"));
  const permissions = { permissions: ["webRequest"], host_permissions: ["<all_urls>"] };
  await writeFile(join(folder, "manifest.json"), JSON.stringify({ ...manifest, ...permissions }));
  await writeFile(join(folder, "background.js"), listening(browserName, scope));
  return folder;
}

function listening(browserName: BrowserName, scope: Scope): string {
  const lines = Object.entries(listenedEvents).map(([name, extraInfo]) => {
    const isOfAll =
      scope === "all-types" && isListenedTo(name as keyof typeof listenedEvents, "xmlhttprequest", browserName);
    const filter = { urls: ["<all_urls>"], ...(isOfAll ? {} : { types: ["main_frame"] }) };
    const options = extraInfo.length === 0 ? "" : `, ${JSON.stringify(extraInfo)}`;
    return `webRequest.${name}.addListener(() => {}, ${JSON.stringify(filter)}${options});`;
  });
  return ["const { webRequest } = globalThis.browser ?? globalThis.chrome;", ...lines, ""].join("\n");
}

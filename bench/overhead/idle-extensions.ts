/**
 * Extensions that do nothing: one with the permission but no listener, and some that listen to the same events as
 * Hopscope. They cost what the browser itself charges: no extension with the same listeners can cost less.
 */
import type { BrowserName } from "../../lab/browser-name.ts";
import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { isListenedTo, listenedEvents } from "../../src/webext/listened-events.ts";
import { listenedNavigationEvents } from "../../src/webext/normalize-navigation.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { emptyExtensionDir } from "./empty-extension-dir.ts";

/** Has the permission and no listener. Returns the folder of the extension. */
export function makeSilent(): Promise<string> {
  return makeExtension({ permissions: ["webRequest"], host_permissions: ["<all_urls>"] }, "");
}

/** Listens to documents only, or to all requests, like Hopscope with its panel closed or open. */
export async function makeBareListener(browserName: BrowserName, scope: "documents" | "all"): Promise<string> {
  const { permissions, host_permissions, content_scripts } = await readManifest(join(import.meta.dirname, "../.."));
  const emptyScripts = content_scripts?.map((script) => ({ ...script, js: ["content.js"] }));
  const folder = await makeExtension(
    { permissions, host_permissions, content_scripts: emptyScripts },
    listening(browserName, scope),
  );
  await writeFile(join(folder, "content.js"), "");
  return folder;
}

interface Manifest {
  readonly permissions?: readonly string[] | undefined;
  readonly host_permissions?: readonly string[] | undefined;
  readonly content_scripts?: readonly object[] | undefined;
}

async function makeExtension(manifest: Manifest, background: string): Promise<string> {
  const folder = await temporaryFolder();
  await cp(emptyExtensionDir, folder, { recursive: true });
  await writeFile(join(folder, "manifest.json"), JSON.stringify({ ...(await readManifest(folder)), ...manifest }));
  await writeFile(join(folder, "background.js"), background);
  return folder;
}

async function readManifest(folder: string): Promise<Manifest> {
  const manifest: Manifest = JSON.parse(await readFile(join(folder, "manifest.json"), "utf8"));
  return manifest;
}

function listening(browserName: BrowserName, scope: "documents" | "all"): string {
  const requests = Object.entries(listenedEvents).map(([name, extraInfo]) => {
    const isOfAll = scope === "all" && isListenedTo(name as keyof typeof listenedEvents, "xmlhttprequest", browserName);
    const filter = { urls: ["<all_urls>"], ...(isOfAll ? {} : { types: ["main_frame"] }) };
    const options = extraInfo.length === 0 ? "" : `, ${JSON.stringify(extraInfo)}`;
    return `webRequest.${name}.addListener(() => {}, ${JSON.stringify(filter)}${options});`;
  });
  const navigations = listenedNavigationEvents.map((name) => `webNavigation.${name}.addListener(() => {});`);
  return ["const { webRequest, webNavigation } = globalThis.browser ?? chrome;", ...requests, ...navigations].join(
    "\n",
  );
}

/** Recorded data stays in memory and in its window: nothing is written to disk, and private windows are separate. */
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { fetchHere } from "../../lab/scenarios/scenario.ts";
import { withLab } from "../../scripts/browsers/with-lab.ts";
import { openApiPage } from "../../scripts/browsers/api-page.ts";
import { browserName, useBrowser } from "./session.ts";

const e2e = useBrowser({ fresh: true });

test("no file of the browser's profile contains recorded data", async () => {
  const { lab, page, panel, session } = e2e;
  const marker = "marked-7f3a91c2";
  await fetchHere(page, lab.url("shop.test", `/redirect?status=302&header=X-Marker:${marker}&to=/page?marked`));
  await panel.waitFor(() => document.querySelectorAll(".hop").length === 2);
  const extensionPage = await openApiPage(session);
  await extensionPage.waitForFunction(isSaved, { polling: 50 }, marker);
  await session.stopBackground();
  expect(await filesWith(marker)).toEqual([]);
  // The search finds a planted marker.
  await writeFile(join(profileDir(e2e.session.browser), "planted"), Buffer.from(`…${marker}…`, "utf16le"));
  expect(await filesWith(marker)).toEqual(["/planted"]);
  await extensionPage.close();
});

test("a private window's chains belong to its tab only, and are deleted with the window", async () => {
  const { lab, session } = e2e;
  await session.allowInPrivateWindows();
  const extensionPage = await openApiPage(session);
  const url = lab.url("shop.test", "/redirect?status=302&to=/page?private");
  const { windowId, tabId } = await openPrivately(extensionPage, url);
  const saved = await extensionPage.waitForFunction(tabsWith, { polling: 50, timeout: 20_000 }, "/page?private");
  expect(await saved.jsonValue()).toEqual([tabId]);
  await extensionPage.evaluate((id) => api.windows.remove(id), windowId);
  await extensionPage.waitForFunction(
    async (wanted) => {
      return !JSON.stringify(await api.storage.session.get(null)).includes(wanted);
    },
    { polling: 50, timeout: 20_000 },
    "/page?private",
  );
  await extensionPage.close();
});

test("after the browser was closed, no file of its profile contains a private window's chains", async () => {
  const { lab } = e2e;
  await withLab({ browserName, lab }, async ({ session, visit }) => {
    await session.allowInPrivateWindows();
    const extensionPage = await openApiPage(session);
    // Browsers keep a normal window's page in their history: finding it proves that the search works.
    await visit(lab.url("shop.test", "/page?normal-4c1d"));
    await openPrivately(extensionPage, lab.url("shop.test", "/redirect?status=302&to=/page?private-4c1d"));
    await extensionPage.waitForFunction(tabsWith, { polling: 50, timeout: 20_000 }, "/page?private-4c1d");
    await session.browser.close();
    const profile = profileDir(session.browser);
    expect(await filesWith("normal-4c1d", profile)).not.toEqual([]);
    expect(await filesWith("private-4c1d", profile)).toEqual([]);
  });
});

function openPrivately(extensionPage: Page, url: string) {
  return extensionPage.evaluate(async (address) => {
    const { windows } = api;
    const opened = await windows.create({ incognito: true, url: address });
    return { windowId: opened?.id ?? -1, tabId: opened?.tabs?.[0]?.id ?? -1 };
  }, url);
}

/** Runs in a page of the extension, like the next. */
async function isSaved(text: string): Promise<boolean> {
  return JSON.stringify(await api.storage.session.get(null)).includes(text);
}

/** The tabs with chains that end with this URL; false while there are none. */
async function tabsWith(end: string): Promise<number[] | false> {
  type Saved = { tabId: number; hops?: { url: string; state: string }[] };
  const all = Object.entries(await api.storage.session.get(null)).filter(([key]) => key.startsWith("chain:"));
  const saved = all.map(([, json]) => JSON.parse(json as string) as Saved);
  const isEnded = ({ hops }: Saved) => hops?.at(-1)?.state === "answered" && hops.at(-1)?.url.endsWith(end) === true;
  const tabIds = saved.filter(isEnded).map(({ tabId }) => tabId);
  return tabIds.length > 0 && tabIds;
}

/** Files of the profile that contain the text, as UTF-8 or UTF-16. */
async function filesWith(text: string, folder = profileDir(e2e.session.browser)): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    // Files may disappear while the browser runs.
    const content = await readFile(file).catch(() => Buffer.alloc(0));
    if ([text, Buffer.from(text, "utf16le")].some((form) => content.includes(form)))
      found.push(file.slice(folder.length));
  }
  return found;
}

function profileDir(browser: Browser): string {
  const args = browser.process()?.spawnargs ?? [];
  const dir =
    args.find((arg) => arg.startsWith("--user-data-dir="))?.slice("--user-data-dir=".length) ??
    args[args.indexOf("--profile") + 1];
  if (dir === undefined) throw new Error("The browser was started without a profile folder.");
  return dir;
}

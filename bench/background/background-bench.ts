/** What the background takes: to start, to save a chain, and to hold a full log. */
import { browserNames, type BrowserName } from "../../lab/browser-name.ts";
import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { extensionDir } from "../../scripts/build-extension.ts";
import type { Bench, BenchContext } from "../bench.ts";
import { startExtension, type ExtensionUnderTest } from "../extension-under-test.ts";
import { figure, markdownTable } from "../markdown-table.ts";
import { median } from "../median.ts";
import { fetchMany } from "../overhead/loads.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { startTimeMs } from "./start-time.ts";
import { clearLog, countSaved, savedSoFar, watchTab } from "./extension-page.ts";

const startCount = 7;
const fewChains = 300;
const manyChains = 10_000;

export const backgroundBench: Bench = {
  name: "background",
  title: "Background",
  async run(context) {
    const folder = await temporaryFolder();
    await cp(extensionDir, folder, { recursive: true });
    // The end of its first tick: all listeners are registered there.
    const script = join(folder, "src/background.js");
    await writeFile(script, `${await readFile(script, "utf8")};globalThis.registeredAtMs = performance.now();`);
    const columns: string[][] = [];
    for (const browserName of browserNames) columns.push(await measureBackground(browserName, folder, context));
    const rows = names.map((name, at) => [name, ...columns.map((column) => column[at] ?? "")]);
    return `Redirected fetches of a watched tab, through the real webRequest API. A start is timed by the background's own clock; its process
is already running. Bytes are those of chains in a burst: a single chain is written at each of its changes. Memory is what the
operating system counts for the extension's process after garbage collection. Saved data is in the browser's own process, where it
takes as much memory as it has bytes.

${markdownTable(["", "Chromium", "Firefox"], rows)}`;
  },
};

const names = [
  "start → listeners registered, median",
  "written to storage.session for a chain",
  "the chain itself, as it is kept there",
  "for a fetch without a redirect",
  "memory at first",
  `after ${figure(manyChains)} chains`,
  "chains held of them (6 MiB at most)",
  "after clear",
];

async function measureBackground(
  browserName: BrowserName,
  folder: string,
  { cleanup, say }: BenchContext,
): Promise<string[]> {
  const extension = await startExtension(browserName, cleanup, folder);
  const { lab, page, extensionPage, memoryMiB } = extension;
  const starts: number[] = [];
  for (let count = 0; count < startCount; count += 1) starts.push(await startTimeMs(extension));
  say(`${browserName}: started ${startCount} times`);

  const firstMiB = await memoryMiB();
  await watchTab(extensionPage, extension.tabId);
  await countSaved(extensionPage);
  const redirect = lab.url("shop.test", "/redirect?status=302&body=&to=/favicon.ico");
  const beforeChains = await savedSoFar(extensionPage);
  await fetchMany(page, redirect, fewChains);
  const afterChains = await settled(extension);
  await fetchMany(page, lab.url("shop.test", "/favicon.ico"), fewChains);
  const afterPlain = await settled(extension);

  await fetchMany(page, redirect, manyChains - fewChains);
  const { chainCount } = await settled(extension);
  const fullMiB = await memoryMiB();
  say(`${browserName}: ${manyChains} chains`);
  await clearLog(extensionPage);
  await settled(extension);
  const clearedMiB = await memoryMiB();
  await extension.close();
  return [
    `${figure(median(starts))} ms`,
    `${figure((afterChains.writtenBytes - beforeChains.writtenBytes) / fewChains)} bytes`,
    `${figure(afterChains.keptBytes / afterChains.chainCount)} bytes`,
    `${figure((afterPlain.writtenBytes - afterChains.writtenBytes) / fewChains)} bytes`,
    `${figure(firstMiB)} MiB`,
    `${figure(fullMiB)} MiB`,
    figure(chainCount),
    `${figure(clearedMiB)} MiB`,
  ];
}

/** Waits until no more bytes are written. */
async function settled({ extensionPage }: ExtensionUnderTest) {
  let before = await savedSoFar(extensionPage);
  for (;;) {
    await pause(1_000);
    const now = await savedSoFar(extensionPage);
    if (now.writtenBytes === before.writtenBytes) return now;
    before = now;
  }
}

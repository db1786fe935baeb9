/** Whether the panel stays fast with a very long list: 10,000 chains, and 100,000 hops in ten seconds. */
import { browserNames, type BrowserName } from "../../lab/browser-name.ts";
import type { Bench, BenchContext } from "../bench.ts";
import { startExtension } from "../extension-under-test.ts";
import { atMost, figure, markdownTable } from "../markdown-table.ts";
import { median, percentile } from "../median.ts";
import { becomeFeeder, sendBurst, sendOne, sendSnapshot } from "./panel-feeder.ts";
import { chainPaintedAt, measureFrames, paintedAt, watchPaint } from "./panel-watch.ts";

const chainCount = 10_000;
const frameCount = 240;
/** A sixtieth of a second. */
const longestWorkMs = 16.7;
const listRoundCount = 7;
const roundCount = 15;
/** Two batches per second, as the background sends them. */
const burst = { batchCount: 20, batchChains: 2_500, frameCount: 600 };

export const panelBench: Bench = {
  name: "panel",
  title: "Panel",
  async run(context) {
    const columns: string[][] = [];
    for (const browserName of browserNames) columns.push(await measurePanel(browserName, context));
    const rows = names.map((name, at) => [name, ...columns.map((column) => column[at] ?? "")]);
    return `The panel with chains of one redirect, sent over its port. A frame's work is its time on the main thread. Goal: at most
${longestWorkMs} ms of work at the 95th percentile while scrolling. In Chromium, the page that creates and sends the chains shares
the panel's thread, so the times include its work.

${markdownTable(["", "Chromium", "Firefox"], rows)}`;
  },
};

const names = [
  "10,000 chains at once: sent → painted, median",
  "one more: sent → painted, median",
  "scrolling 60 px a frame: work, 95 %",
  "time between frames, 95 %",
  "memory of the extension's process with an empty list",
  "with 10,000 chains",
  "100,000 hops in 10 s: time between frames, 95 %",
  "the longest, of a batch of 5,000 hops",
  "last batch sent → its last chain painted",
];

async function measurePanel(browserName: BrowserName, { cleanup, say }: BenchContext): Promise<string[]> {
  const { session, extensionPage, tabId, memoryMiB, close } = await startExtension(browserName, cleanup);
  await becomeFeeder(extensionPage, tabId);
  const panel = await session.openExtensionPage(`panel/log/panel.html?tabId=${tabId}`);
  await panel.waitForFunction(() => document.querySelector(".empty button") !== null, { polling: 50 });
  const emptyMiB = await memoryMiB();

  const wholeList: number[] = [];
  for (let round = 0; round < listRoundCount; round += 1) {
    await sendSnapshot(extensionPage, 0);
    await panel.waitForFunction(() => document.querySelector(".empty") !== null, { polling: 50 });
    await watchPaint(panel, "main");
    const sentAt = await sendSnapshot(extensionPage, chainCount);
    wholeList.push((await paintedAt(panel)) - sentAt);
  }
  const fullMiB = await memoryMiB();
  say(`${browserName}: ${chainCount} chains painted`);

  const oneMore: number[] = [];
  for (let round = 0; round < roundCount; round += 1) {
    await watchPaint(panel, ".list");
    const sentOneAt = await sendOne(extensionPage, chainCount + round);
    oneMore.push((await paintedAt(panel)) - sentOneAt);
  }
  const scrolling = await measureFrames(panel, frameCount, 60);
  say(`${browserName}: scrolled`);

  await panel.evaluate(() => document.querySelector(".list")?.scrollTo({ top: 1e9 }));
  const firstNumber = chainCount + roundCount;
  const lastNumber = firstNumber + burst.batchCount * burst.batchChains - 1;
  const [lastSentAt, arriving, lastPaintedAt] = await Promise.all([
    sendBurst(extensionPage, firstNumber, burst.batchCount, burst.batchChains),
    measureFrames(panel, burst.frameCount, 0),
    chainPaintedAt(panel, `made-up ${lastNumber}`),
  ]);
  await close();
  return [
    `${figure(median(wholeList))} ms`,
    `${figure(median(oneMore))} ms`,
    atMost(`${figure(percentile(scrolling.workMs, 0.95))} ms`, longestWorkMs),
    `${percentile(scrolling.gapMs, 0.95).toFixed(1)} ms`,
    `${figure(emptyMiB)} MiB`,
    `${figure(fullMiB)} MiB`,
    `${percentile(arriving.gapMs, 0.95).toFixed(1)} ms`,
    `${figure(Math.max(...arriving.gapMs))} ms`,
    `${figure(lastPaintedAt - lastSentAt)} ms`,
  ];
}

/** How long each export of a full log takes in the real panels, and how long the panel does not respond meanwhile. */
import { browserLabels, browserNames, type BrowserName } from "../../lab/browser-name.ts";
import type { PanelHandle } from "../../scripts/browsers/browser-session.ts";
import { button } from "../../scripts/browsers/panel-page.ts";
import { openLab } from "../../scripts/browsers/with-lab.ts";
import type { Bench, BenchContext } from "../bench.ts";
import { figure, markdownTable } from "../markdown-table.ts";

const chainCount = 10_000;
const roundCount = 5;
const formats = ["JSON", "CSV", "HAR", "Text", "Markdown", "curl (bash)"] as const;

export const exportsBench: Bench = {
  name: "exports",
  title: "Exports",
  async run(context) {
    const columns: string[][] = [];
    for (const browserName of browserNames) columns.push(...(await measureExports(browserName, context)));
    const head = ["", ...browserNames.flatMap((name) => [`${browserLabels[name]}: time`, "longest pause"])];
    const names = ["open the file", ...formats];
    const rows = names.map((name, at) => [name, ...columns.map((column) => column[at] ?? "")]);
    return `Each export of ${figure(chainCount)} chains of two hops from the panel's menu, and opening a file with them. The best of
${roundCount} rounds, because other processes can only add time. A pause is the longest time in which the panel did not respond.

${markdownTable(head, rows)}`;
  },
};

interface Timing {
  readonly tookMs: number;
  readonly pauseMs: number;
}

/** Two columns: times and pauses. */
async function measureExports(browserName: BrowserName, { cleanup, say }: BenchContext): Promise<string[][]> {
  const opened = await openLab({ browserName, path: "/page", cleanup });
  const panel = await opened.openPanel();
  await panel.evaluate(watchPauses);
  const timings: Timing[] = [await panel.evaluate(openLongLog, chainCount)];
  for (const format of formats) {
    const rounds: Timing[] = [];
    while (rounds.length < roundCount) rounds.push(await runExport(panel, format));
    timings.push({
      tookMs: Math.min(...rounds.map(({ tookMs }) => tookMs)),
      pauseMs: Math.min(...rounds.map(({ pauseMs }) => pauseMs)),
    });
    say(`${browserName}: ${format}`);
  }
  await opened.close();
  return [timings.map(({ tookMs }) => `${figure(tookMs)} ms`), timings.map(({ pauseMs }) => `${figure(pauseMs)} ms`)];
}

declare global {
  /** When the panel's event loop last ran, and its longest pause. */
  var eventLoop: { ranAt: number; pauseMs: number };
}

/** Runs in the panel. */
function watchPauses(): void {
  globalThis.eventLoop = { ranAt: performance.now(), pauseMs: 0 };
  setInterval(() => {
    const now = performance.now();
    globalThis.eventLoop = { ranAt: now, pauseMs: Math.max(eventLoop.pauseMs, now - eventLoop.ranAt) };
  }, 4);
}

/** Runs in the panel, until the findings are counted: that happens once for each chain. */
async function openLongLog(count: number): Promise<Timing> {
  const headers = Array.from({ length: 4 }, (_, at) => ({ name: `X-Header-${at}`, value: `value ${at} of a header` }));
  const chains = Array.from({ length: count }, (_, at) => {
    const [from, to] = [0, 1].map((hop) => `https://shop.test/step-${hop}/of/chain/${at}?token=abc&page=${hop}`);
    const shared = { method: "GET", body: { presence: "absent" }, source: "server", durationMs: 10.5, ip: "192.0.2.1" };
    const both = { ...shared, fromCache: false, requestHeaders: headers, responseHeaders: headers };
    const hops = [
      { ...both, index: 0, url: from, status: 302, redirectUrl: to, startedAtMs: 0 },
      { ...both, index: 1, url: to, status: 404, startedAtMs: 20 },
    ];
    const startedAt = "2026-01-31T12:00:00.000Z";
    return { id: String(at), tabId: 1, frameId: 0, resourceType: "main_frame", startedAt, outcome: "completed", hops };
  });
  const file = new File([JSON.stringify({ format: "redirect-trace", version: 1, chains })], "long.json");
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(file);
  await new Promise((resume) => setTimeout(resume, 100));
  const startMs = performance.now();
  globalThis.eventLoop = { ranAt: startMs, pauseMs: 0 };
  document
    .querySelector("main")
    ?.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  const isCounted = () => /[1-9][\d,.]* finding/.test(document.querySelector(".status-bar")?.textContent ?? "");
  while (!isCounted()) await new Promise((resume) => setTimeout(resume, 4));
  return { tookMs: performance.now() - startMs, pauseMs: eventLoop.pauseMs };
}

/** From the choice in the menu until the panel reports what it did. */
async function runExport(panel: PanelHandle, format: (typeof formats)[number]): Promise<Timing> {
  await panel.click(button("export"));
  await panel.waitFor(() => document.activeElement?.getAttribute("role") === "menuitem");
  return panel.evaluate(async (name) => {
    const items = [...document.querySelectorAll<HTMLElement>("[role=menuitem]")];
    const outcome = () => document.querySelector(".menu-button [role=status]")?.textContent ?? "";
    await new Promise((resume) => setTimeout(resume, 100));
    const startMs = performance.now();
    globalThis.eventLoop = { ranAt: startMs, pauseMs: 0 };
    items.find(({ textContent }) => textContent === name)?.click();
    while (outcome() === "") await new Promise((resume) => setTimeout(resume, 4));
    return { tookMs: performance.now() - startMs, pauseMs: eventLoop.pauseMs };
  }, format);
}

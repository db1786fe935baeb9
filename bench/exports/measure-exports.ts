/**
 * Measures every export of a full log, 10,000 chains of two hops, in the real panels: how long it takes and how long at most
 * the panel does not answer meanwhile: the best of some rounds, since what else runs on the machine counts, too. Numbers, no
 * verdict. `npm run measure:exports`, with a browser's name for one of both.
 */
import { browserNames, type BrowserName } from "../../lab/browser-name.ts";
import { labHosts } from "../../lab/hosts.ts";
import { startLab } from "../../lab/server.ts";
import type { PanelHandle } from "../../scripts/browsers/browser-session.ts";
import { ensureBrowser } from "../../scripts/browsers/find-browser.ts";
import { launchBrowser } from "../../scripts/browsers/launch-browser.ts";
import { buildExtension, extensionDir } from "../../scripts/build-extension.ts";

const chainCount = 10_000;
const roundCount = 5;
const menuButton = ".menu-button button[aria-haspopup]";

await buildExtension();
const chosen = browserNames.filter((name) => process.argv.length < 3 || process.argv.includes(name));
for (const browserName of chosen) await measure(browserName);

async function measure(browserName: BrowserName): Promise<void> {
  const lab = await startLab({ port: 0 });
  const session = await launchBrowser(browserName, {
    extensionDir,
    executablePath: await ensureBrowser(browserName, { install: false, say: console.log }),
    headless: true,
    hosts: labHosts,
    trust: lab.certificates,
    isOffline: true,
  });
  try {
    const page = await session.newPage();
    await page.goto(lab.url("shop.test", "/page"));
    const panel = await session.openPanel(page);
    await panel.evaluate(watchPauses);
    console.log(session.version);
    const opened = await panel.evaluate(openLongLog, chainCount);
    say("opened", opened);
    for (const at of [0, 1, 2, 3, 4, 5]) {
      const rounds = [];
      while (rounds.length < roundCount) rounds.push(await runItem(panel, at));
      say(rounds[0]?.label ?? "", {
        tookMs: Math.min(...rounds.map(({ tookMs }) => tookMs)),
        pauseMs: Math.min(...rounds.map(({ pauseMs }) => pauseMs)),
      });
    }
  } finally {
    await session.close();
    await lab.close();
  }
}

function say(what: string, { tookMs, pauseMs }: { readonly tookMs: number; readonly pauseMs: number }): void {
  const figure = (value: number) => `${String(Math.round(value)).padStart(6)} ms`;
  console.log(`  ${what.padEnd(10)} ${figure(tookMs)}   longest pause ${figure(pauseMs)}`);
}

declare global {
  /** When the panel's page answered last, and how long it did not at most. */
  var answered: { at: number; pauseMs: number };
}

/** Runs in the panel. */
function watchPauses(): void {
  globalThis.answered = { at: performance.now(), pauseMs: 0 };
  setInterval(() => {
    const now = performance.now();
    globalThis.answered = { at: now, pauseMs: Math.max(globalThis.answered.pauseMs, now - globalThis.answered.at) };
  }, 4);
}

/** Runs in the panel. Until the findings are counted, which is done once for each chain. */
async function openLongLog(count: number) {
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
  const transfer = new DataTransfer();
  transfer.items.add(file);
  await new Promise((resume) => setTimeout(resume, 100));
  const beganAt = performance.now();
  globalThis.answered = { at: beganAt, pauseMs: 0 };
  document
    .querySelector("main")
    ?.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
  const isCounted = () => /[1-9][\d,.]* finding/.test(document.querySelector(".status-bar")?.textContent ?? "");
  while (!isCounted()) await new Promise((resume) => setTimeout(resume, 4));
  return { tookMs: performance.now() - beganAt, pauseMs: globalThis.answered.pauseMs };
}

/** Chooses an item of the menu, by its place; until the panel says that it is done. */
async function runItem(panel: PanelHandle, at: number) {
  await panel.click(menuButton);
  await panel.waitFor(() => document.activeElement?.getAttribute("role") === "menuitem");
  return panel.evaluate(async (place) => {
    const item = document.querySelectorAll<HTMLElement>("[role=menuitem]")[place];
    const said = () => document.querySelector(".menu-button [role=status]")?.textContent ?? "";
    await new Promise((resume) => setTimeout(resume, 100));
    const beganAt = performance.now();
    globalThis.answered = { at: beganAt, pauseMs: 0 };
    const label = item?.textContent ?? "";
    item?.click();
    while (said() === "") await new Promise((resume) => setTimeout(resume, 4));
    return { label, tookMs: performance.now() - beganAt, pauseMs: globalThis.answered.pauseMs };
  }, at);
}

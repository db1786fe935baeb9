/**
 * Records traces: runs scenarios in a real browser and writes what its webRequest and webNavigation reported.
 * `npm run record` for all, `npm run record -- firefox hsts-first loop` for some.
 */
import type { BrowserName } from "../lab/browser-name.ts";
import { mkdir, mkdtemp, copyFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { build } from "vite";
import { labHosts, publicHost } from "../lab/hosts.ts";
import { allScenarios } from "../lab/scenarios/all-scenarios.ts";
import type { Scenario } from "../lab/scenarios/scenario.ts";
import { labExtensionDir } from "../lab/extensions/lab-extension-dir.ts";
import { startLab, type Lab } from "../lab/server.ts";
import { ensureBrowser } from "./browsers/find-browser.ts";
import { launchBrowser } from "./browsers/launch-browser.ts";
import type { Page } from "puppeteer-core";
import type { Trace, TraceEvent } from "./recorder/trace.ts";

const browserNames: readonly BrowserName[] = ["chromium", "firefox"];
const asked = new Set(process.argv.slice(2));
const askedBrowsers = browserNames.filter((name) => asked.has(name));
const askedScenarios = allScenarios.filter(({ name }) => asked.has(name));
const extensionDir = await buildRecorder();

for (const browserName of askedBrowsers.length > 0 ? askedBrowsers : browserNames) {
  for (const scenarios of byExtension(askedScenarios.length > 0 ? askedScenarios : allScenarios)) {
    const lab = await startLab({ port: 0 });
    try {
      await recordAll(browserName, lab, scenarios);
    } finally {
      await lab.close();
    }
  }
}
await rm(extensionDir, { recursive: true });

/** Each group needs a browser of its own. */
function byExtension(scenarios: readonly Scenario[]): (readonly Scenario[])[] {
  const extensions = new Set(scenarios.map(({ extension }) => extension));
  return [...extensions].map((extension) => scenarios.filter((scenario) => scenario.extension === extension));
}

async function recordAll(browserName: BrowserName, lab: Lab, scenarios: readonly Scenario[]): Promise<void> {
  const folder = join(import.meta.dirname, "../test/fixtures", browserName);
  await mkdir(folder, { recursive: true });
  const session = await launchBrowser(browserName, {
    extensionDir,
    executablePath: await ensureBrowser(browserName, { install: false, say: console.log }),
    headless: true,
    hosts: labHosts,
    trust: lab.certificates,
    isOffline: true,
    portlessHost: { name: publicHost, port: lab.port },
    // Without it Firefox asks where to save, and waits.
    downloadDir: extensionDir,
    extraExtensionDirs: scenarios
      .slice(0, 1)
      .flatMap(({ extension }) => (extension === undefined ? [] : labExtensionDir(extension))),
  });
  try {
    const recorder = await session.openExtensionPage("recorder.html");
    for (const scenario of scenarios) {
      const page = await session.browser.newPage();
      await recorder.evaluate(() => void (recordedEvents = []));
      await scenario.run({ lab, page, visit: (url) => session.visit(page, url) });
      const events = await takeEvents(recorder, lab, (url) => session.visit(page, url));
      const trace: Trace = { browser: session.version, events };
      await writeFile(
        join(folder, `${scenario.name}.json`),
        // A form's file is told with its path on this machine.
        withFixedPorts(formatTrace(trace), lab).replaceAll(join(import.meta.dirname, ".."), ""),
      );
      console.log(`${browserName}: ${scenario.name}: ${events.length} events`);
      await page.close();
    }
  } finally {
    await session.close();
  }
}

/** Visits one more page; when both APIs have told of it, they have told of everything before it. */
async function takeEvents(
  recorder: Page,
  lab: Lab,
  visit: (url: string) => Promise<unknown>,
): Promise<readonly TraceEvent[]> {
  const endUrl = lab.url("shop.test", "/page?title=end-of-trace");
  await visit(endUrl);
  await recorder.waitForFunction(
    (url) =>
      ["onCompleted", "onCommitted"].every((name) =>
        recordedEvents.some((event) => event.name === name && event.details["url"] === url),
      ),
    { polling: 50 },
    endUrl,
  );
  const events = await recorder.evaluate(() => recordedEvents);
  return renumbered(events.filter(({ details }) => !isAbout(details, endUrl)));
}

function isAbout(details: TraceEvent["details"], url: string): boolean {
  const about = details["url"] ?? details["documentUrl"];
  return about === url || String(about).endsWith("/favicon.ico");
}

/** Ids and times counted from the trace's beginning: a trace recorded again differs only in what differs. */
function renumbered(events: readonly TraceEvent[]): TraceEvent[] {
  const idFields = ["requestId", "tabId", "documentId", "parentDocumentId", "processId", "windowId"];
  const known = new Map<string, number>();
  const startMs = Math.min(...events.map(({ details }) => Number(details["timeStamp"])));
  return events.map((event) => {
    const details: Record<string, unknown> = { ...event.details };
    details["timeStamp"] = Math.round((Number(details["timeStamp"]) - startMs) * 10) / 10;
    for (const field of idFields) {
      const id = details[field];
      if (id === undefined || id === -1 || id === 0) continue;
      const key = `${field} ${JSON.stringify(id)}`;
      const number = known.get(key) ?? [...known.keys()].filter((other) => other.startsWith(`${field} `)).length + 1;
      known.set(key, number);
      details[field] = typeof id === "string" ? String(number) : number;
    }
    return { ...event, details };
  });
}

/** So that traces of two recordings differ only where the browsers do. The tests expect these ports. */
function withFixedPorts(text: string, lab: Lab): string {
  const portsInUrls = (port: number) => new RegExp(`(:|%3A)${port}(?!\\d)`, "gi");
  return text
    .replace(portsInUrls(lab.port), "$18301")
    .replace(portsInUrls(lab.otherPort), "$18302")
    .replace(portsInUrls(lab.http2Port), "$18303");
}

/** One event a line: readable, and a difference shows as a line. */
function formatTrace({ browser, events }: Trace): string {
  const lines = events.map((event) => `    ${JSON.stringify(event)}`);
  return `{\n  "browser": ${JSON.stringify(browser)},\n  "events": [\n${lines.join(",\n")}\n  ]\n}\n`;
}

async function buildRecorder(): Promise<string> {
  const source = join(import.meta.dirname, "recorder");
  const folder = await mkdtemp(join(tmpdir(), "hopscope-recorder-"));
  const contentScript = join(import.meta.dirname, "../src/content/tell-client-redirects.ts");
  for (const entry of [join(source, "recorder.ts"), contentScript]) {
    const fileName = `${basename(entry, ".ts")}.js`;
    await build({
      configFile: false,
      logLevel: "warn",
      build: {
        outDir: folder,
        emptyOutDir: false,
        lib: { entry, formats: ["iife"], name: "recorder", fileName: () => fileName },
      },
    });
  }
  for (const file of ["manifest.json", "recorder.html"]) await copyFile(join(source, file), join(folder, file));
  return folder;
}

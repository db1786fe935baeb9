/**
 * Records traces: runs scenarios in a real browser and writes what its webRequest and webNavigation reported. `npm run
 * record` for all, `npm run record -- firefox hsts-first loop` for some.
 */
import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { Page } from "puppeteer-core";
import { build } from "vite";
import { browserNames, type BrowserName } from "../lab/browser-name.ts";
import { labExtensionDir } from "../lab/extensions/lab-extension-dir.ts";
import { allScenarios } from "../lab/scenarios/all-scenarios.ts";
import type { Scenario } from "../lab/scenarios/scenario.ts";
import type { Lab } from "../lab/server.ts";
import { withLab } from "./browsers/with-lab.ts";
import { root } from "./build-extension.ts";
import type { Trace, TraceEvent } from "./recorder/trace.ts";
const requested = new Set(process.argv.slice(2));
const requestedBrowsers = browserNames.filter((name) => requested.has(name));
const requestedScenarios = allScenarios.filter(({ name }) => requested.has(name));
const extensionDir = await buildRecorder();

for (const browserName of requestedBrowsers.length > 0 ? requestedBrowsers : browserNames) {
  for (const scenarios of byExtension(requestedScenarios.length > 0 ? requestedScenarios : allScenarios)) {
    await recordAll(browserName, scenarios);
  }
}
await rm(extensionDir, { recursive: true });

/** Each group needs its own browser. */
function byExtension(scenarios: readonly Scenario[]): (readonly Scenario[])[] {
  const extensions = new Set(scenarios.map(({ extension }) => extension));
  return [...extensions].map((extension) => scenarios.filter((scenario) => scenario.extension === extension));
}

async function recordAll(browserName: BrowserName, scenarios: readonly Scenario[]): Promise<void> {
  const folder = join(root, "test/fixtures", browserName);
  await mkdir(folder, { recursive: true });
  const extraExtensionDirs = scenarios
    .slice(0, 1)
    .flatMap(({ extension }) => (extension === undefined ? [] : labExtensionDir(extension)));
  // Without a download folder Firefox asks where to save, and waits.
  await withLab({ browserName, extensionDir, downloadDir: extensionDir, extraExtensionDirs }, async (opened) => {
    const { lab, session } = opened;
    const recorder = await session.openExtensionPage("recorder.html");
    for (const scenario of scenarios) {
      const page = await session.browser.newPage();
      const visit = (url: string) => session.visit(page, url);
      await recorder.evaluate(() => void (recordedEvents = []));
      await scenario.run({ lab, page, visit });
      const events = await takeEvents(recorder, lab, visit);
      const trace: Trace = { browser: session.version, events };
      await writeFile(
        join(folder, `${scenario.name}.json`),
        // Events of a form with a file contain the file's path on this machine.
        withFixedPorts(formatTrace(trace), lab).replaceAll(root, ""),
      );
      console.log(`${browserName}: ${scenario.name}: ${events.length} events`);
      await page.close();
    }
  });
}

/** Visits one more page: when both APIs have reported it, they have reported everything before it. */
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

/** Counts ids and times from the start of the trace, so that recording it again changes only what really changed. */
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

/** The lab's ports differ in each run. The tests expect these fixed ones. */
function withFixedPorts(text: string, lab: Lab): string {
  const portsInUrls = (port: number) => new RegExp(`(:|%3A)${port}(?!\\d)`, "gi");
  return text
    .replace(portsInUrls(lab.port), "$18301")
    .replace(portsInUrls(lab.otherPort), "$18302")
    .replace(portsInUrls(lab.http2Port), "$18303");
}

/** One event per line, so that a diff shows whole events. */
function formatTrace({ browser, events }: Trace): string {
  const lines = events.map((event) => `    ${JSON.stringify(event)}`);
  return `{\n  "browser": ${JSON.stringify(browser)},\n  "events": [\n${lines.join(",\n")}\n  ]\n}\n`;
}

async function buildRecorder(): Promise<string> {
  const source = join(import.meta.dirname, "recorder");
  const folder = await mkdtemp(join(tmpdir(), "hopscope-recorder-"));
  const contentScript = join(root, "src/content/report-client-redirects.ts");
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

/**
 * The extension's panel inside Chromium's real DevTools. To puppeteer DevTools are a page, and the panel is a frame in
 * it; modules of the DevTools front end are imported there to control it.
 */
import { writeFile } from "node:fs/promises";
import type { Frame, KeyInput, Page } from "puppeteer-core";
import type { PanelHandle, Theme } from "./browser-session.ts";
import { parseKeyChord } from "./key-chord.ts";
import { makePanelHandle } from "./panel-handle.ts";
import { waitUntil } from "./wait-until.ts";

const INSPECTOR_VIEW = `(await import("./ui/legacy/legacy.js")).InspectorView.InspectorView.instance()`;
const DOCK_CONTROLLER = `(await import("./ui/legacy/legacy.js")).DockController.DockController.instance()`;
const SETTINGS = `(await import("./core/common/common.js")).Settings.Settings.instance()`;

export interface ChromiumPanelOptions {
  readonly extensionId: string;
  /** The devtools page is another frame and must not be mistaken for the panel. */
  readonly devtoolsPage: string;
  readonly title: string;
  /** Inner size of undocked DevTools; undefined docks them below the page. */
  readonly undockedSize: { readonly width: number; readonly height: number } | undefined;
}

export async function openChromiumPanel(page: Page, options: ChromiumPanelOptions): Promise<PanelHandle> {
  const { extensionId, devtoolsPage, title } = options;
  const tabId = `chrome-extension://${extensionId}${title}`;
  let devtools = await openDevTools(page, options);
  // On a busy machine, in about 1 of 50 starts, DevTools of Chromium 156 load an extension's devtools page and add no
  // panel. Their ExtensionServer (front_end/panels/common) refuses panels.create ("Permission denied") while the
  // inspected page's target has no URL, or if the port of the devtools page was not registered, and the API tells the
  // extension neither, so it cannot try again. Which of the two happens was not observed; no bug filed. DevTools opened
  // a second time add the panel.
  if (!(await hasTab(devtools, tabId))) {
    await closeDevTools(page);
    devtools = await openDevTools(page, options);
  }
  await selectPanel(devtools, page, tabId, title);

  const origin = `chrome-extension://${extensionId}/`;
  const isPanel = (frame: Frame): boolean => frame.url().startsWith(origin) && frame.url() !== origin + devtoolsPage;
  const findFrame = (): Promise<Frame> =>
    waitUntil(
      () => devtools.frames().find(isPanel),
      () => {
        const urls = devtools.frames().map((frame) => frame.url());
        return `Chromium: the panel "${title}" is selected, but has no frame; there are: ${urls.join(", ")}`;
      },
    );

  const panel = makePanelHandle({
    run: async (source) => String(await (await findFrame()).evaluate(source)),
    async clickNow(selector, button) {
      const frame = await findFrame();
      // An element scrolled into view can be clicked only from the next frame on (content-visibility).
      await frame.evaluate(async (wanted) => {
        document.querySelector(wanted)?.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      }, selector);
      await frame.click(selector, { button });
    },
    async dragNow(selector, by) {
      const { x, y } = (await (await (await findFrame()).$(selector))?.clickablePoint()) ?? by;
      await devtools.mouse.move(x, y);
      await devtools.mouse.down();
      await devtools.mouse.move(x + by.x, y + by.y, { steps: 4 });
      await devtools.mouse.up();
    },
    async press(text) {
      const frame = await findFrame();
      if (!(await frame.evaluate("document.hasFocus()"))) {
        await (await frame.frameElement())?.focus();
      }
      const { modifiers, key } = parseKeyChord(text);
      for (const modifier of modifiers) await devtools.keyboard.down(modifier);
      await devtools.keyboard.press(key as KeyInput);
      for (const modifier of modifiers.toReversed()) await devtools.keyboard.up(modifier);
    },
    async screenshot(path) {
      await tabStripSettled(devtools);
      await writeFile(path, await devtools.screenshot({ type: "png" }));
    },
    setTheme: (theme) => setTheme(devtools, theme),
    async setSize(width, height) {
      await inDevTools(devtools, `${DOCK_CONTROLLER}.setDockSide("undocked")`);
      await devtools.setViewport({ width, height });
      await waitUntil(
        () => inDevTools(devtools, `innerWidth === ${width} && innerHeight === ${height}`),
        () => `Chromium: DevTools did not take the size ${width} x ${height}`,
      );
    },
  });
  await panel.waitFor(() => document.readyState === "complete");
  return panel;
}

async function openDevTools(page: Page, { undockedSize }: ChromiumPanelOptions): Promise<Page> {
  const wasOpen = await page.hasDevTools();
  const devtools = await page.openDevTools();
  // Requesting the InspectorView before DevTools have created it would create a second one.
  await waitUntil(
    () => inDevTools(devtools, `document.querySelector(".root-view .split-widget") !== null`),
    () => "Chromium: DevTools opened, but showed nothing",
    30_000,
  );
  if (!wasOpen) {
    const side = undockedSize === undefined ? "bottom" : "undocked";
    await inDevTools(devtools, `${DOCK_CONTROLLER}.setDockSide("${side}")`);
    if (undockedSize !== undefined) await devtools.setViewport(undockedSize);
  }
  return devtools;
}

export async function closeDevTools(page: Page): Promise<void> {
  if (!(await page.hasDevTools())) return;
  const devtools = await page.openDevTools();
  // While an extension reloads, DevTools may be closing by themselves (seen in 156).
  await devtools.close().catch(async (error: unknown) => {
    if (await page.hasDevTools()) throw error;
  });
  await waitUntil(
    async () => !(await page.hasDevTools()),
    () => "Chromium: DevTools did not close",
  );
}

/** Created by the same code of DevTools as "Export HAR". */
export async function networkHar(page: Page): Promise<string> {
  const har = `(await import("./models/har/har.js")).Log.Log.build(
    (await import("./models/logs/logs.js")).NetworkLog.NetworkLog.instance().requests(),
    { sanitize: false },
  )`;
  return String(await inDevTools(await page.openDevTools(), `JSON.stringify({ log: await ${har} })`));
}

/** Read by the same code of DevTools as "Import HAR". */
export async function readInNetworkPanel(page: Page, har: string): Promise<readonly string[]> {
  const requests = `(({ Importer, HARFormat }) =>
    Importer.Importer.requestsFromHARLog(new HARFormat.HARLog(JSON.parse(${JSON.stringify(har)}).log)))(
    await import("./models/har/har.js"))`;
  const words = `${requests}.map((request) => [request.requestMethod, request.url(), request.statusCode].join(" "))`;
  return JSON.parse(String(await inDevTools(await page.openDevTools(), `JSON.stringify(${words})`))) as string[];
}

async function tabsOf(devtools: Page): Promise<string[]> {
  return String(await inDevTools(devtools, `${INSPECTOR_VIEW}.tabbedPane.tabIds().join("\\n")`)).split("\n");
}

/** Whether DevTools show the tab within the time that a panel needs on a busy machine. */
function hasTab(devtools: Page, tabId: string): Promise<boolean> {
  return waitUntil(
    async () => (await tabsOf(devtools)).includes(tabId),
    () => tabId,
    8_000,
  ).catch(() => false);
}

/** The tab strip's id of an extension's panel is the extension's origin followed by the panel's title. */
async function selectPanel(devtools: Page, inspected: Page, tabId: string, title: string): Promise<void> {
  let present: string[] = [];
  await waitUntil(
    async () => {
      present = await tabsOf(devtools);
      return present.includes(tabId);
    },
    // DevTools of Chromium's own pages, including the error page, show no extension panels.
    () => {
      const frames = devtools.frames().map((frame) => frame.url());
      return (
        `Chromium: DevTools of ${inspected.url()} show no panel titled "${title}"; they have: ${present.join(", ")}` +
        ` (frames: ${frames.join(", ")})`
      );
    },
    20_000,
  );
  await inDevTools(devtools, `${INSPECTOR_VIEW}.showPanel(${JSON.stringify(tabId)})`);
}

async function setTheme(devtools: Page, theme: Theme): Promise<void> {
  const value = theme === "dark" ? "dark" : "default";
  await inDevTools(devtools, `${SETTINGS}.moduleSetting("ui-theme").set("${value}")`);
  await waitUntil(
    () =>
      inDevTools(
        devtools,
        `document.documentElement.classList.contains("theme-with-dark-background") === ${theme === "dark"}`,
      ),
    () => `Chromium: DevTools did not change to the ${theme} theme`,
  );
}

/** The line under the selected tab moves into place some frames after a resize. */
async function tabStripSettled(devtools: Page): Promise<void> {
  const isSettled = `(async () => {
    const strip = ${INSPECTOR_VIEW}.tabbedPane.contentElement.getRootNode();
    const left = (selector) => strip.querySelector(selector)?.getBoundingClientRect().left;
    return left(".tabbed-pane-tab-slider") === left(".tabbed-pane-header-tab.selected");
  })()`;
  await waitUntil(
    () => inDevTools(devtools, isSettled),
    () => "Chromium: the line under the selected DevTools tab did not stop moving",
  );
}

/** Runs an expression, which may await, in the DevTools front end. */
function inDevTools(devtools: Page, expression: string): Promise<unknown> {
  return devtools.evaluate(`(async () => ${expression})()`);
}

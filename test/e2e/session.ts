/** The browser of a test file: by default the one that its worker keeps for all files, reset before each. */
import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import type { TestContext } from "../../lab/scenarios/scenario.ts";
import type { BrowserSession, PanelHandle } from "../../scripts/browsers/browser-session.ts";
import { startRunningBrowser, type RunningBrowser, type StartChoices } from "./running-browser.ts";
import { createSharedBrowser } from "./shared-browser.ts";

export { browserName } from "./running-browser.ts";

export interface E2e extends TestContext {
  readonly session: BrowserSession;
  /** In DevTools of `page`. */
  readonly panel: PanelHandle;
  /** Waits for a saved file, reads it and deletes it. */
  savedFile(): Promise<{ readonly name: string; readonly content: string }>;
}

export interface BrowserChoices extends StartChoices {
  /**
   * A separate browser, for tests that leave behind what a reset does not remove: site data, HSTS, a full cache,
   * permissions, a reloaded extension. Implied by a changed or an additional extension.
   */
  readonly fresh?: boolean;
}

/** The worker keeps the browser from one file to the next (`isolate: false`) and closes it when it ends. */
// oxlint-disable-next-line no-empty-pattern -- vitest reads from the pattern which fixtures are used
const workerTest = test.extend("shared", { scope: "worker" }, ({}, { onCleanup }) => {
  const shared = createSharedBrowser();
  onCleanup(() => shared.close());
  return shared;
});

/** Call it once at the top of a test file; the values exist from the first test on. */
export function useBrowser({ fresh = false, ...choices }: BrowserChoices = {}): E2e {
  const isOwn = fresh || Object.keys(choices).length > 0;
  let running: RunningBrowser | undefined;
  let hasFailed = false;
  const get = () => {
    if (running === undefined) throw new Error("The browser exists from the first test on, not before.");
    return running;
  };

  workerTest.beforeAll(async ({ shared }) => {
    running = isOwn ? await startRunningBrowser(choices) : await shared.take();
  });

  afterEach(({ task }) => {
    hasFailed ||= task.result?.state === "fail";
  });

  workerTest.afterAll(async ({ shared }, suite) => {
    if (running === undefined) return;
    let errors: readonly string[] | undefined;
    try {
      errors = await running.session.consoleErrors();
    } finally {
      if (isOwn) await running.close();
      // A failure here must not affect the next file.
      else if (hasFailed || suite.result?.state === "fail" || errors?.length !== 0) await shared.close();
    }
    // No part of the extension may have logged an error.
    expect(errors).toEqual([]);
  });

  return {
    get lab() {
      return get().lab;
    },
    get session() {
      return get().session;
    },
    get page() {
      return get().page;
    },
    get panel() {
      return get().panel;
    },
    visit: (url) => get().visit(url),
    savedFile: () => takeFile(get().downloadDir),
  };
}

async function takeFile(folder: string): Promise<{ name: string; content: string }> {
  // Chromium writes to a .crdownload; Firefox to a file with a random name, and creates an empty one with the final name.
  const saved = await vi.waitUntil(
    async () => {
      const names = await readdir(folder);
      const name = names.length === 1 ? names[0] : undefined;
      if (name?.startsWith("redirects-") !== true || name.endsWith(".crdownload")) return undefined;
      const content = await readFile(join(folder, name), "utf8");
      return content === "" ? undefined : { name, content };
    },
    { timeout: 10_000 },
  );
  await rm(join(folder, saved.name));
  return saved;
}

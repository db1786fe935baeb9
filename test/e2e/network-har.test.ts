/**
 * HARs of the browsers' own Network panels, opened in the panel: the same hops as recorded live, and more where a HAR
 * contains more.
 */
import { beforeAll, expect, test } from "vitest";
import { allScenarios } from "../../lab/scenarios/all-scenarios.ts";
import type { ExpectedChain, ExpectedHop } from "../../lab/scenarios/scenario.ts";
import { importLog } from "../../src/model/import/import-log.ts";
import { rowsOf } from "../replay/expected-rows.ts";
import { giveFile } from "./export-steps.ts";
import { clearLog, expectChains } from "./panel-rows.ts";
import { browserName, useBrowser } from "./session.ts";

const e2e = useBrowser({ fresh: true });

const scenarios = allScenarios.filter(({ name }) => /^(?:matrix-|story-|chain-of-three$|loop$)/.test(name));

beforeAll(() => e2e.session.networkHar(e2e.page));

test.each(scenarios)("$title", async (scenario) => {
  const { lab, page, panel, session } = e2e;
  await clearLog(panel);
  await scenario.run(e2e);
  const live = scenario.expected(lab, browserName);
  await expectChains(panel, live);
  const difference = browserName === "firefox" ? firefoxDifferences[scenario.name] : undefined;
  const expected = (difference?.(live) ?? live).filter(isServersOrBrowsers).map((chain) => chain.map(asInHar));
  let har = "";
  // Network panels get bodies and ends of requests some time after the page.
  await expect
    .poll(async () => rowsIn((har = await session.networkHar(page)), live), { timeout: 10_000 })
    .toEqual(expected);
  await giveFile(panel, "drop", "network.har", har);
  await panel.waitFor(() => document.querySelector(".notice") !== null);
  await panel.click({ role: "button", within: ".notice" });
});

/** What Firefox's Network panel (153) reports differently. */
const firefoxDifferences: Readonly<Record<string, (live: readonly ExpectedChain[]) => readonly ExpectedChain[]>> = {
  // It does not report why the last redirect was not followed.
  loop: (live) =>
    live.map((chain) =>
      chain.map((hop) => (hop.status === "Failed" ? { ...hop, status: "302", seo: "Temporary" } : hop)),
    ),
  // It does not list HSTS redirects, only their targets.
  "story-account": () => [],
};

/** The chains of the file that start like the expected ones: Firefox's file also has earlier pages. */
function rowsIn(har: string, live: readonly ExpectedChain[]): ExpectedChain[] {
  const result = importLog(har);
  if ("problem" in result) return [];
  const firstUrls = new Set(live.map(([first]) => first?.url));
  return result.chains.map(rowsOf).filter(([first]) => firstUrls.has(first?.url));
}

/** A HAR cannot express client redirects: the next page is a separate request. */
function isServersOrBrowsers(chain: ExpectedChain): boolean {
  return !chain.some(({ status }) => ["Meta refresh", "Refresh header", "Script"].includes(status));
}

/** Chromium reports the bodies of PATCH and DELETE in its HAR, but not to extensions. */
function asInHar(hop: ExpectedHop, index: number, chain: ExpectedChain): ExpectedHop {
  if (hop.body !== "unknown") return hop;
  const next = chain[index + 1];
  if (next === undefined) return { ...hop, body: "sent" };
  return { ...hop, body: next.body === "none" ? "sent → lost" : "sent → kept" };
}

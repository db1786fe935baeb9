/** Runs a scenario with the real panel, and compares it with the requests that the lab received. */
import type { Page } from "puppeteer-core";
import { expect, vi } from "vitest";
import { publicHost } from "../../lab/hosts.ts";
import { labCredentials } from "../../lab/scenarios/odd-locations.ts";
import type { ExpectedHop, Scenario } from "../../lab/scenarios/scenario.ts";
import type { Lab } from "../../lab/server.ts";
import type { ReceivedRequest } from "../../lab/received.ts";
import { readHops } from "../../scripts/browsers/panel-page.ts";
import { clearLog, expectChains } from "./panel-rows.ts";
import { browserName, type E2e } from "./session.ts";

export async function expectScenario(scenario: Scenario, e2e: E2e): Promise<void> {
  const { lab, panel } = e2e;
  await clearLog(panel);
  lab.clearReceived();
  const expected = scenario.expected(lab, browserName);
  if (scenario.shownIn === undefined) {
    await scenario.run(e2e);
    await expectChains(panel, expected);
  } else {
    const tab = await (scenario.shownIn === "opened-tab" ? runInto(scenario, e2e) : runApart(scenario, e2e));
    await expectChains(await e2e.session.openPanel(tab), expected);
    expect(await readHops(panel)).toEqual([]);
    await e2e.session.closeDevTools(tab);
    await tab.close();
  }
  expectReceived(
    expected.flat().filter((hop) => isSentToLab(hop, lab)),
    lab.received,
    scenario.isLastLoadOnly,
  );
}

/** Runs the scenario and returns the tab that it opens. */
async function runInto(scenario: Scenario, e2e: E2e): Promise<Page> {
  const { browser } = e2e.session;
  const before = new Set(await browser.pages());
  await scenario.run(e2e);
  return vi.waitUntil(async () => (await browser.pages()).find((page) => !before.has(page)), { timeout: 10_000 });
}

/** Runs the scenario in a new tab, with the panel open from the start. */
async function runApart(scenario: Scenario, { lab, session }: E2e): Promise<Page> {
  const page = await session.newPage();
  await page.goto(lab.url("shop.test", "/page"));
  await session.openPanel(page);
  await scenario.run({ lab, page, visit: (url) => session.visit(page, url) });
  return page;
}

/**
 * Requests to other ports or hosts fail, because the browser is offline. For some failures it is not known whether the
 * request was sent.
 */
function isSentToLab({ url, body, status }: ExpectedHop, { port, otherPort, http2Port }: Lab): boolean {
  const ports = new Set([port, otherPort, http2Port].map(String));
  const isUnknown = status === "Failed" && body === "unknown";
  return body !== "not sent" && !isUnknown && ports.has(new URL(url).port);
}

/** Each hop of a server arrived there once, with that method, with or without a body. */
function expectReceived(
  hops: readonly ExpectedHop[],
  received: readonly ReceivedRequest[],
  isLastLoadOnly = false,
): void {
  // (The lab logs its own port for requests to the public host.)
  const isAsked = ({ seo, status, isCached, url }: ExpectedHop) =>
    seo !== "None (browser)" && status !== "Unknown" && isCached !== true && !url.includes(publicHost + "/");
  const fromServer = hops.filter(isAsked);
  const wanted = fromServer.map((hop) => `${hop.method.split(" ")[0] ?? ""} ${sentUrl(hop)}`);
  const methods = new Set(wanted.map((line) => line.split(" ")[0]));
  const urls = new Set(fromServer.map(sentUrl));
  // A preflight is not a hop of its request.
  const isRelevant = (request: ReceivedRequest) =>
    urls.has(urlOf(request)) && (request.method !== "OPTIONS" || methods.has("OPTIONS"));
  const relevant = received.filter(isRelevant);
  const seen = isLastLoadOnly ? relevant.slice(-wanted.length) : relevant;
  expect(seen.map((request) => `${request.method} ${urlOf(request)}`)).toEqual(wanted);
  for (const [index, hop] of fromServer.entries()) {
    const sizeBytes = seen[index]?.bodySizeBytes ?? Number.NaN;
    if (hop.body === "none") expect(sizeBytes, hop.url).toBe(0);
    else if (hop.body !== "unknown") expect(sizeBytes, hop.url).toBeGreaterThan(0);
  }
}

/**
 * Neither a fragment nor credentials are part of the request target, except those in a nested URL; a WebSocket starts
 * as http.
 */
function sentUrl({ url }: ExpectedHop): string {
  const unmasked = url.replace("//***@", "//").replace("***%40", encodeURIComponent(`${labCredentials}@`));
  return unmasked.replace(/#.*/, "").replace(/^ws:/, "http:");
}

function urlOf({ scheme, host, port, url }: ReceivedRequest): string {
  return `${scheme}://${host}:${port}${url}`;
}

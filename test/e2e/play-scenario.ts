/** Plays a scenario in front of the real panel; the lab's own log of what it received is the truth. */
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

/** The tab that the scenario opens. */
async function runInto(scenario: Scenario, e2e: E2e): Promise<Page> {
  const { browser } = e2e.session;
  const before = new Set(await browser.pages());
  await scenario.run(e2e);
  return vi.waitUntil(async () => (await browser.pages()).find((page) => !before.has(page)), { timeout: 10_000 });
}

/** A new tab, with the panel open from the beginning. */
async function runApart(scenario: Scenario, { lab, session }: E2e): Promise<Page> {
  const page = await session.newPage();
  await page.goto(lab.url("shop.test", "/page"));
  await session.openPanel(page);
  await scenario.run({ lab, page, visit: (url) => session.visit(page, url) });
  return page;
}

/**
 * What leads to another port or host fails, as it should: the browser is offline. Of some failures the end is not
 * known.
 */
function isSentToLab({ url, body, status }: ExpectedHop, { port, otherPort, http2Port }: Lab): boolean {
  const ports = new Set([port, otherPort, http2Port].map(String));
  const isUnknown = status === "Failed" && body === "unknown";
  return body !== "not sent" && !isUnknown && ports.has(new URL(url).port);
}

/** Each hop that a server took part in arrived there once, with that method, with or without a body. */
function expectReceived(
  hops: readonly ExpectedHop[],
  received: readonly ReceivedRequest[],
  isLastLoadOnly = false,
): void {
  // (What goes to the one host without a port says it arrived at another one.)
  const isAsked = ({ seo, status, isCached, url }: ExpectedHop) =>
    seo !== "None (browser)" && status !== "Unknown" && isCached !== true && !url.includes(publicHost + "/");
  const fromServer = hops.filter(isAsked);
  const wanted = fromServer.map((hop) => `${hop.method.split(" ")[0] ?? ""} ${sentUrl(hop)}`);
  const methods = new Set(wanted.map((line) => line.split(" ")[0]));
  const urls = new Set(fromServer.map(sentUrl));
  // A preflight is no hop of the request that it clears the way for.
  const isMeant = (request: ReceivedRequest) =>
    urls.has(urlOf(request)) && (request.method !== "OPTIONS" || methods.has("OPTIONS"));
  const meant = received.filter(isMeant);
  const seen = isLastLoadOnly ? meant.slice(-wanted.length) : meant;
  expect(seen.map((request) => `${request.method} ${urlOf(request)}`)).toEqual(wanted);
  for (const [index, hop] of fromServer.entries()) {
    const sizeBytes = seen[index]?.bodySizeBytes ?? Number.NaN;
    if (hop.body === "none") expect(sizeBytes, hop.url).toBe(0);
    else if (hop.body !== "unknown") expect(sizeBytes, hop.url).toBeGreaterThan(0);
  }
}

/**
 * Neither a fragment nor credentials are part of what is asked of a server, but for those of a URL within the URL; a
 * WebSocket begins as http.
 */
function sentUrl({ url }: ExpectedHop): string {
  const unmasked = url.replace("//***@", "//").replace("***%40", encodeURIComponent(`${labCredentials}@`));
  return unmasked.replace(/#.*/, "").replace(/^ws:/, "http:");
}

function urlOf({ scheme, host, port, url }: ReceivedRequest): string {
  return `${scheme}://${host}:${port}${url}`;
}

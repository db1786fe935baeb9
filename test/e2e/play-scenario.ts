/** Plays a scenario in front of the real panel; the lab's own log of what it received is the truth. */
import { expect } from "vitest";
import { publicHost } from "../../lab/hosts.ts";
import { labCredentials } from "../../lab/scenarios/odd-locations.ts";
import type { ExpectedHop, Scenario } from "../../lab/scenarios/scenario.ts";
import type { ReceivedRequest } from "../../lab/received.ts";
import { clearLog, expectChains } from "./panel-rows.ts";
import { browserName, type E2e } from "./session.ts";

export async function expectScenario(scenario: Scenario, e2e: E2e): Promise<void> {
  const { lab, panel } = e2e;
  await clearLog(panel);
  lab.clearReceived();
  await scenario.run(e2e);
  const expected = scenario.expected(lab, browserName);
  await expectChains(panel, expected);
  expectReceived(expected.flat(), lab.received);
}

/** Each hop that a server took part in arrived there once, with that method, with or without a body. */
function expectReceived(hops: readonly ExpectedHop[], received: readonly ReceivedRequest[]): void {
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
  const seen = received.filter(isMeant);
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

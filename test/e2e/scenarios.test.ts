/** Every scenario in front of the real panel; the lab's own log of what it received is the truth. */
import { expect, test } from "vitest";
import { allScenarios } from "../../lab/scenarios/all-scenarios.ts";
import { fetchHere, type ExpectedHop } from "../../lab/scenarios/scenario.ts";
import type { ReceivedRequest } from "../../lab/received.ts";
import { clearLog, expectChains } from "./panel-rows.ts";
import { browserName, useBrowser } from "./session.ts";

const e2e = useBrowser();

test.each(allScenarios)("$title", async (scenario) => {
  const { lab, panel } = e2e;
  await clearLog(panel);
  lab.clearReceived();
  await scenario.run(e2e);
  const expected = scenario.expected(lab, browserName);
  await expectChains(panel, expected);
  expectReceived(expected.flat(), lab.received);
});

test("a page without redirects lists nothing, before and after one that has them", async () => {
  const { lab, page, panel } = e2e;
  await clearLog(panel);
  await page.goto(lab.url("shop.test", "/page"));
  const url = lab.url("shop.test", "/redirect?status=302&to=/page?marker");
  await fetchHere(page, url);
  // The redirect is the marker: when it is listed, everything before it would have been.
  await expectChains(panel, [
    [
      { status: "302", method: "GET → GET", body: "none", seo: "Temporary", url },
      { status: "200", method: "GET", body: "none", seo: "—", url: lab.url("shop.test", "/page?marker") },
    ],
  ]);
});

/** Each hop that a server took part in arrived there once, with that method, with or without a body. */
function expectReceived(hops: readonly ExpectedHop[], received: readonly ReceivedRequest[]): void {
  const fromServer = hops.filter((hop) => hop.seo !== "None (browser)");
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

/** Neither a fragment nor credentials are part of what is asked of a server. */
function sentUrl({ url }: ExpectedHop): string {
  return url.replace(/#.*/, "").replace("//***@", "//");
}

function urlOf({ scheme, host, port, url }: ReceivedRequest): string {
  return `${scheme}://${host}:${port}${url}`;
}

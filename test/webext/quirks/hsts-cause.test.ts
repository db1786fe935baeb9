/** Tests which hosts are known to have requested HSTS (RFC 6797). */
import { expect, test } from "vitest";
import { isHstsHost, withPolicy } from "../../../src/webext/quirks/hsts-cause.ts";
import type { Answer } from "../../../src/model/chain/redirect-chain.ts";
import { answer } from "../../model/hops.ts";
import { rewritten } from "../../replay/traces.ts";
import { requestEvents, watchedLog } from "../../model/request-events.ts";

const page = (policy: string) => answer(200, { "Strict-Transport-Security": policy });

type Hosts = ReturnType<typeof withPolicy>;

test.each([
  ["max-age=600", { "a.test": { includeSubDomains: false } }],
  ["max-age=600; includeSubDomains", { "a.test": { includeSubDomains: true } }],
  ['IncludeSubdomains ; MAX-AGE="600"; preload', { "a.test": { includeSubDomains: true } }],
  ["max-age=0", {}],
  ["includeSubDomains", {}],
  ["x-max-age=600", {}],
  ["", {}],
] satisfies [string, Hosts][])("%j adds %o", (policy, expected) => {
  expect(withPolicy({}, "https://a.test:444/x", page(policy))).toEqual(expected);
});

test("a policy that adds nothing returns the same hosts; max-age=0 removes the host", () => {
  const hosts = withPolicy({}, "https://a.test/", page("max-age=600"));
  const after = (url: string, response: Answer) => withPolicy(hosts, url, response);
  expect(after("http://a.test/", page("max-age=0"))).toBe(hosts);
  expect(after("https://a.test/", answer(200))).toBe(hosts);
  expect(after("https://a.test/", page("max-age=999"))).toBe(hosts);
  expect(after("https://b.test/", page("max-age=0"))).toBe(hosts);
  expect(after("https://a.test/", page("max-age=600; includeSubDomains"))).toEqual({
    "a.test": { includeSubDomains: true },
  });
  expect(after("https://a.test/", page("max-age=0"))).toEqual({});
});

test.each([
  ["http://a.test/", true],
  ["http://b.a.test/", false],
  ["http://all.test/", true],
  ["http://x.y.all.test:8080/", true],
  ["http://notall.test/", false],
  ["http://test/", false],
  ["http://constructor/", false],
  ["foo:bar", false],
  ["", false],
])("%s: %s", (url, isHsts) => {
  const hosts: Hosts = { "a.test": { includeSubDomains: false }, "all.test": { includeSubDomains: true } };
  expect(isHstsHost(hosts, url)).toBe(isHsts);
});

test("a private window neither adds to the hosts nor uses them", () => {
  const [http, https] = ["http://a.test/", "https://a.test/"];
  const events = (requestId: string, isPrivate: boolean) => {
    const request = requestEvents({ requestId, tabId: Number(requestId) });
    return [
      request.started(http),
      request.internally(http, "upgrade", https),
      request.started(https),
      request.completed(https, 200, { "Strict-Transport-Security": "max-age=600" }),
    ].map((event) => ({ ...event, isPrivate }));
  };
  const allEvents = [
    ...events("1", true),
    ...events("2", true),
    ...events("3", false),
    ...events("4", true),
    ...events("5", false),
  ];
  const log = watchedLog(rewritten("firefox", allEvents), [1, 2, 3, 4, 5]);
  const causes = ["1", "2", "3", "4", "5"].map((id) => log.chains.get(id)?.hops[0]);
  expect(causes.map((hop) => hop?.state === "redirected" && hop.source)).toEqual([
    "upgrade",
    "upgrade",
    "upgrade",
    "upgrade",
    "hsts",
  ]);
});

/** Tests which hosts are known to have asked for HSTS (RFC 6797). */
import { expect, test } from "vitest";
import { isHstsHost, noteHsts, type HstsHosts } from "../../../src/model/log/hsts-hosts.ts";
import { answer } from "../hops.ts";
import { browserNames, eventsOf, readTrace, replay } from "../../replay/traces.ts";
import { requestEvents, watchedLog } from "../request-events.ts";

const page = (policy: string) => answer(200, { "Strict-Transport-Security": policy });

test.each([
  ["max-age=600", { "a.test": { includeSubDomains: false } }],
  ["max-age=600; includeSubDomains", { "a.test": { includeSubDomains: true } }],
  ['IncludeSubdomains ; MAX-AGE="600"; preload', { "a.test": { includeSubDomains: true } }],
  ["max-age=0", {}],
  ["includeSubDomains", {}],
  ["x-max-age=600", {}],
  ["", {}],
] satisfies [string, HstsHosts][])("%j is noted as %o", (policy, expected) => {
  const hosts: HstsHosts = {};
  const isChanged = noteHsts(hosts, "https://a.test:444/x", page(policy));
  expect(hosts).toEqual(expected);
  expect(isChanged).toBe(Object.keys(expected).length > 0);
});

test("what changes nothing says so; max-age=0 takes it back", () => {
  const hosts: HstsHosts = {};
  expect(noteHsts(hosts, "http://a.test/", page("max-age=600"))).toBe(false);
  expect(noteHsts(hosts, "https://a.test/", answer(200))).toBe(false);
  expect(noteHsts(hosts, "https://a.test/", page("max-age=600"))).toBe(true);
  expect(noteHsts(hosts, "https://a.test/", page("max-age=999"))).toBe(false);
  expect(noteHsts(hosts, "https://a.test/", page("max-age=600; includeSubDomains"))).toBe(true);
  expect(noteHsts(hosts, "https://a.test/", page("max-age=0"))).toBe(true);
  expect(noteHsts(hosts, "https://a.test/", page("max-age=0"))).toBe(false);
  expect(hosts).toEqual({});
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
])("%s: %s", (url, isIt) => {
  const hosts: HstsHosts = { "a.test": { includeSubDomains: false }, "all.test": { includeSubDomains: true } };
  expect(isHstsHost(hosts, url)).toBe(isIt);
});

test("Firefox: what a private window learns is known nowhere else, and what others know is not known there", () => {
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
  const told = [
    ...events("1", true),
    ...events("2", true),
    ...events("3", false),
    ...events("4", true),
    ...events("5", false),
  ];
  const log = watchedLog(told, [1, 2, 3, 4, 5]);
  const causes = ["1", "2", "3", "4", "5"].map((id) => log.chains.get(id)?.hops[0]);
  expect(causes.map((hop) => hop?.state === "redirected" && hop.source)).toEqual([
    "upgrade",
    "upgrade",
    "upgrade",
    "upgrade",
    "hsts",
  ]);
});

test.each(browserNames)(
  "recorded in %s: the hosts that asked for HSTS are kept only where the browser does not name HSTS",
  (name) => {
    const log = replay(eventsOf(name, readTrace(name, "hsts-first")));
    expect(Object.keys(log.hstsHosts)).toEqual(name === "firefox" ? ["secure.test"] : []);
  },
);

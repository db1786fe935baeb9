/** Tests the JSON export of each kind of chain against its contract, and its masking. */
import { describe, expect, test } from "vitest";
import type { Chain } from "../../../src/model/chain/redirect-chain.ts";
import type { RequestEvent } from "../../../src/model/log/log-event.ts";
import { browserNames, normalized } from "../../webext/details.ts";
import { answer, answered, chainOf, formBody, served } from "../hops.ts";
import { watchedLog } from "../request-events.ts";
import { exported, exportedHops, kinds, origin } from "./exported.ts";

const a = "http://a.test/";
const b = "http://b.test/";

test("a whole file", () => {
  const first = served(a, 302, b, {
    method: "POST",
    body: { ...formBody, sizeBytes: 26 },
    startedAt: 1_000,
    endedAt: 1_088.123,
    requestHeaders: [{ name: "Accept", value: "*/*" }],
    answer: {
      ...answer(302, { Location: "/b" }),
      statusText: "Found",
      protocol: "HTTP/1.1",
      ip: "127.0.0.1",
      fromCache: false,
    },
  });
  const last = answered(b, 200, { startedAt: 1_100.07, endedAt: 1_312.4 });
  expect(exported([{ ...chainOf(first, last), initiator: "http://a.test" }])).toEqual({
    format: "redirect-trace",
    version: 1,
    ...origin,
    chains: [
      {
        id: "1",
        tabId: 1,
        frameId: 0,
        resourceType: "main_frame",
        initiator: "http://a.test",
        startedAt: "1970-01-01T00:00:01.000Z",
        durationMs: 312.4,
        outcome: "completed",
        redirectCount: 1,
        seo: { meaning: "temporary", reason: "302 temporary" },
        findings: [
          { id: "body-lost", severity: "warning", hop: 0 },
          { id: "method-changed", severity: "warning", hop: 0 },
          { id: "login-over-http", severity: "info", hop: 0 },
        ],
        hops: [
          {
            index: 0,
            url: a,
            method: "POST",
            body: { presence: "present", kind: "form", sizeBytes: 26, fieldNames: ["user", "password"] },
            source: "server",
            status: 302,
            statusText: "Found",
            locationHeader: "/b",
            redirectUrl: b,
            followed: true,
            followedMethod: "GET",
            expectedMethod: "GET",
            followedBody: "lost",
            seo: "temporary",
            startedAtMs: 0,
            durationMs: 88.1,
            ip: "127.0.0.1",
            fromCache: false,
            protocol: "HTTP/1.1",
            requestHeaders: [{ name: "Accept", value: "*/*" }],
            responseHeaders: [{ name: "Location", value: "/b" }],
          },
          {
            index: 1,
            url: b,
            method: "GET",
            body: { presence: "absent" },
            source: "server",
            status: 200,
            statusText: "",
            startedAtMs: 100.1,
            durationMs: 212.3,
            fromCache: false,
            responseHeaders: [],
          },
        ],
      },
    ],
  });
});

type Row = readonly [kind: keyof typeof kinds, present: object, absent: readonly string[]];

test.each([
  ["a page", {}, ["followed", "redirectUrl", "seo", "expectedMethod", "followedMethod", "inferred"]],
  ["a failure", { followed: true, seo: "permanent" }, []],
  [
    "an internal redirect (Chromium)",
    { source: "hsts", reportedStatus: 307, seo: "none", followed: true },
    ["status", "statusText", "fromCache", "expectedMethod"],
  ],
  ["an internal redirect (Firefox)", { source: "upgrade", seo: "none" }, ["status", "reportedStatus"]],
  ["an inferred redirect", { source: "browser", inferred: true, redirectUrl: b }, ["status"]],
  [
    "a redirect not followed (Chromium)",
    { status: 302, followed: false, redirectUrl: b, expectedMethod: "GET" },
    ["followedMethod", "followedBody"],
  ],
  [
    "a redirect not followed (Firefox)",
    { status: 302, followed: false, redirectUrl: b, expectedMethod: "GET" },
    ["followedMethod", "followedBody"],
  ],
  [
    "300 with a Location",
    { status: 300, followed: false, locationHeader: "/b", redirectUrl: "http://a.test/b" },
    ["expectedMethod"],
  ],
  ["302 without a Location", { status: 302, expectedMethod: "GET" }, ["followed", "redirectUrl", "locationHeader"]],
  [
    "302 to an unparsable Location",
    { status: 302, locationHeader: "http://", followed: false },
    ["redirectUrl", "followedMethod"],
  ],
  ["302 to data:", { status: 302, locationHeader: "data:,x", followed: false }, ["followedMethod"]],
  ["a request under way", { method: "GET" }, ["status", "durationMs", "followed"]],
  ["a body that is not known", { body: { presence: "unknown" }, followedBody: "unknown" }, []],
  [
    "a meta refresh",
    {
      source: "meta-refresh",
      status: 200,
      delaySeconds: 0,
      redirectUrl: b,
      followed: true,
      followedMethod: "GET",
      seo: "permanent",
    },
    ["expectedMethod"],
  ],
  ["a Refresh header", { source: "refresh-header", delaySeconds: 2.5, seo: "temporary" }, []],
  ["a script", { source: "script", status: 200, seo: "permanent" }, ["delaySeconds"]],
] satisfies Row[])("the first hop of %s", (kind, present, absent) => {
  const hop = exportedHops(kinds[kind])[0];
  expect(hop).toMatchObject(present);
  expect(absent.filter((name) => name in (hop ?? {}))).toEqual([]);
});

test.each([
  ["a page", { outcome: "completed", redirectCount: 0, seo: { meaning: "none", reason: "no redirect" } }],
  ["a failure", { outcome: "failed", error: "net::ERR_CONNECTION_REFUSED", redirectCount: 1 }],
  ["a redirect not followed (Chromium)", { outcome: "failed", error: "net::ERR_ABORTED", redirectCount: 0 }],
  ["a request under way", { outcome: "pending", redirectCount: 0 }],
  ["an internal redirect (Firefox)", { seo: { meaning: "none", reason: "upgrade none" }, redirectCount: 1 }],
  [
    "a beginning that was missed",
    {
      initiator: "http://a.test",
      findings: [
        { id: "cacheable-without-expiry", severity: "info", hop: 0 },
        { id: "beginning-missed", severity: "info", hop: 0 },
      ],
    },
  ],
] satisfies [keyof typeof kinds, object][])("the chain of %s", (kind, expected) => {
  expect(exported([kinds[kind]]).chains[0]).toMatchObject(expected);
});

describe("masking", () => {
  const secretUrl = "https://me:s3cret@a.test/?token=s3cret&q=1#access_token=s3cret";
  const headers = [
    ...["Authorization", "cookie", "Proxy-Authorization"].map((name) => ({ name, value: "s3cret" })),
    { name: "Referer", value: secretUrl },
  ];
  const responseHeaders = [
    { name: "Set-Cookie", value: "id=s3cret" },
    { name: "Location", value: "//me:s3cret@b.test/?code=s3cret" },
    { name: "Refresh", value: `5; url=${secretUrl}` },
    { name: "Content-Location", value: "?session_id=s3cret" },
  ];
  const details = { url: secretUrl, redirectUrl: "https://me:s3cret@b.test/?state=s3cret", responseHeaders };

  test.each(browserNames)("no secret of %s's events reaches the file", (browserName) => {
    const formData = { user: ["s3cret"], password: ["s3cret"] };
    const events = [
      normalized("onBeforeRequest", { ...details, method: "POST", requestBody: { formData } }, browserName),
      normalized("onSendHeaders", { ...details, method: "POST", requestHeaders: headers }, browserName),
      normalized("onHeadersReceived", { ...details, method: "POST" }, browserName),
      normalized("onBeforeRedirect", { ...details, method: "POST" }, browserName),
      normalized("onBeforeRequest", { ...details, url: details.redirectUrl }, browserName),
      normalized("onCompleted", { ...details, url: details.redirectUrl, statusCode: 200 }, browserName),
    ].filter((event): event is RequestEvent => event !== undefined);
    const text = JSON.stringify(exported([...watchedLog(events).chains.values()]));
    expect(linesWith("s3cret", text)).toEqual([]);
    expect(text).toContain('{"name":"Authorization","value":"***"}');
    expect(text).toContain('{"name":"Set-Cookie","value":"***"}');
    expect(text).toContain("https://***@a.test/?token=***&q=1#access_token=***");
    expect(text).toContain('"fieldNames":["user","password"]');
  });
});

test("nothing is null", () => {
  const all: readonly Chain[] = Object.values(kinds);
  expect(JSON.stringify(exported(all))).not.toContain("null");
});

/** The strings in the JSON text that contain it. */
function linesWith(secret: string, text: string): string[] {
  return (text.match(/"[^"]*"/g) ?? []).filter((part) => part.includes(secret));
}

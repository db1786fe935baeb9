/**
 * Tests the normalization of webRequest's details: redirects of every cause, responses and headers, in both browsers'
 * shapes.
 */
import { describe, expect, test } from "vitest";
import type { Header, InternalSource } from "../../src/model/chain/redirect-chain.ts";
import { browserNames, normalized } from "./details.ts";

const http = "http://a.test/";
const https = "https://a.test/";

describe("internal redirects", () => {
  test.each([
    ["HSTS", "hsts", "HTTP/1.1 307 Internal Redirect"],
    ["HttpsUpgrades", "upgrade", "HTTP/1.1 307 Temporary Redirect"],
    ["DNS", "upgrade", "HTTP/1.1 307 Internal Redirect"],
    ["WebRequest API", "extension", "HTTP/1.1 307 Internal Redirect"],
    ["Delegate", "browser", "HTTP/1.1 307 Internal Redirect"],
    ["an unknown reason", "browser", "HTTP/1.1 307 Internal Redirect"],
    ["constructor", "browser", "HTTP/1.1 307 Internal Redirect"],
    ["__proto__", "browser", "HTTP/1.1 307 Internal Redirect"],
  ] satisfies [string, InternalSource, string][])("Chromium: reason %s is %s", (reason, source, statusLine) => {
    const responseHeaders = [{ name: "non-authoritative-reason", value: reason }];
    const details = { url: http, redirectUrl: https, statusCode: 307, statusLine, responseHeaders };
    const event = normalized("onBeforeRedirect", details, "chromium");
    expect(event).toMatchObject({ kind: "redirected", source, reportedStatus: 307, redirectUrl: https });
    expect(event).not.toHaveProperty("answer");
  });

  test("Chromium: its synthetic 307 is not a response in onHeadersReceived either", () => {
    const responseHeaders = [{ name: "Non-Authoritative-Reason", value: "HSTS" }];
    expect(normalized("onHeadersReceived", { statusCode: 307, responseHeaders }, "chromium")).toBeUndefined();
  });

  test.each([
    ["HSTS, HTTPS-Only, upgrade-insecure-requests", http, https, "upgrade"],
    ["status 0 to another URL", http, "http://b.test/", "browser"],
  ] satisfies [string, string, string, InternalSource][])("Firefox: %s", (_, url, redirectUrl, source) => {
    const event = normalized("onBeforeRedirect", { url, redirectUrl, statusCode: 0, statusLine: "" }, "firefox");
    expect(event).toMatchObject({ kind: "redirected", source, redirectUrl });
    expect(event).not.toHaveProperty("answer");
    expect(event).not.toHaveProperty("reportedStatus");
  });

  test("Firefox: another extension's redirect has status 200", () => {
    const event = normalized("onBeforeRedirect", { statusCode: 200, statusLine: "HTTP/1.1 200 " }, "firefox");
    expect(event).toMatchObject({ source: "extension", reportedStatus: 200 });
    expect(event).not.toHaveProperty("answer");
  });

  test("Firefox: a service worker intercepts the request (status 0, same URL): not a redirect", () => {
    const details = { url: http, redirectUrl: http, statusCode: 0, statusLine: "" };
    expect(normalized("onBeforeRedirect", details, "firefox")).toMatchObject({ kind: "intercepted", url: http });
  });
});

describe("a server's redirect", () => {
  test.each(browserNames)("%s", (browserName) => {
    const responseHeaders = [{ name: "location", value: "/b" }];
    expect(normalized("onBeforeRedirect", { responseHeaders, fromCache: true, ip: "::1" }, browserName)).toEqual({
      kind: "redirected",
      requestId: "7",
      at: 12.5,
      tabId: 1,
      frameId: 0,
      resourceType: "main_frame",
      url: http,
      method: "GET",
      redirectUrl: "http://b.test/",
      source: "server",
      answer: {
        status: 302,
        statusText: "Found",
        protocol: "HTTP/1.1",
        headers: responseHeaders,
        // Firefox keeps fromCache for all hops after a cached one; a response with an IP address is not cached.
        fromCache: browserName === "chromium",
        ip: "::1",
      },
    });
  });

  test("Firefox: from the cache", () => {
    expect(normalized("onBeforeRedirect", { fromCache: true, ip: null }, "firefox")).toMatchObject({
      answer: { fromCache: true },
    });
  });

  test("to itself is a redirect, if a server sent it (a cookie check)", () => {
    expect(normalized("onBeforeRedirect", { redirectUrl: http })).toMatchObject({ source: "server" });
  });

  test.each([
    ["Firefox has no such header of its own", "firefox", 302, {}],
    ["Firefox has no such header of its own, 307", "firefox", 307, {}],
    ["Chromium's own is a 307", "chromium", 301, {}],
    ["Chromium's own has no IP address", "chromium", 307, { ip: "203.0.113.1" }],
  ] as const)("that imitates the browser's is still the server's: %s", (_, browserName, statusCode, more) => {
    const responseHeaders = [{ name: "Non-Authoritative-Reason", value: "HSTS" }];
    const event = normalized("onBeforeRedirect", { statusCode, responseHeaders, ...more }, browserName);
    expect(event).toMatchObject({ source: "server", answer: { status: statusCode } });
  });
});

test.each([
  ["HTTP/1.1 302 Found", "HTTP/1.1", "Found"],
  ["HTTP/1.1 302", "HTTP/1.1", ""],
  ["HTTP/1.1 200 ", "HTTP/1.1", ""],
  ["HTTP/2.0 301 Moved Permanently", "HTTP/2.0", "Moved Permanently"],
  ["HTTP/3 307 ", "HTTP/3", ""],
  ["HTTP/1.1 302 Gefunden\tist möglich\u202e", "HTTP/1.1", "Gefunden\tist möglich\u202e"],
  ["HTTP/1.1 302 two\nlines", "HTTP/1.1", "two\nlines"],
  ["HTTP/1.1 302   spaces ", "HTTP/1.1", "  spaces "],
  ["", undefined, ""],
  ["ICY 200 OK", undefined, ""],
  [undefined, undefined, ""],
])("status line %j", (statusLine, protocol, statusText) => {
  const event = normalized("onCompleted", { statusLine });
  expect(event).toMatchObject({ kind: "completed", answer: { status: 302, statusText } });
  expect(event?.kind === "completed" && event.answer.protocol).toBe(protocol);
});

describe("headers", () => {
  test.each(["Authorization", "COOKIE", "proxy-authorization", "Set-Cookie"])("the value of %s is masked", (name) => {
    expect(
      headersOf([
        { name, value: "secret" },
        { name, binaryValue: [115] },
      ]),
    ).toEqual([
      { name, value: "***" },
      { name, value: "***" },
    ]);
    expect(normalized("onSendHeaders", { requestHeaders: [{ name, value: "secret" }] })).toMatchObject({
      kind: "headers-sent",
      headers: [{ name, value: "***" }],
    });
  });

  test("bytes that are not UTF-8 are decoded as ISO-8859-1", () => {
    expect(headersOf([{ name: "Location", binaryValue: [47, 252, 0, 255] }])).toEqual([
      { name: "Location", value: "/ü\u0000ÿ" },
    ]);
  });

  test("as many bytes as a browser accepts (256 KiB) are decoded", () => {
    const [header] = headersOf([{ name: "X", binaryValue: Array.from({ length: 2 ** 18 }, () => 252) }]) ?? [];
    expect(header?.value).toHaveLength(2 ** 18);
  });

  test("no value, no headers", () => {
    expect(headersOf([{ name: "X" }])).toEqual([{ name: "X", value: "" }]);
    expect(normalized("onSendHeaders", {})).toMatchObject({ headers: [] });
    expect(normalized("onCompleted", {})).toMatchObject({ answer: { headers: [], fromCache: false } });
  });
});

test.each([
  ["Chromium: initiator", { initiator: "https://a.test" }, "https://a.test"],
  ["Firefox: the origin of originUrl", { originUrl: "https://me:pw@a.test/x?token=1" }, "https://a.test"],
  ["Firefox: null where there is none", { originUrl: null, ip: null }, undefined],
  ["an unparsable one", { originUrl: "?" }, undefined],
])("%s", (_, details, initiator) => {
  expect(normalized("onBeforeRequest", details)?.initiator).toBe(initiator);
});

test("a failure has the browser's error name", () => {
  expect(normalized("onErrorOccurred", { error: "NS_ERROR_REDIRECT_LOOP" })).toMatchObject({
    kind: "failed",
    error: "NS_ERROR_REDIRECT_LOOP",
  });
});

function headersOf(responseHeaders: readonly object[]): readonly Header[] | undefined {
  const event = normalized("onCompleted", { responseHeaders });
  return event?.kind === "completed" ? event.answer.headers : undefined;
}

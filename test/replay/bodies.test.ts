/**
 * Tests what is known of each kind of body, from the traces of both browsers: kind, size and field names, never a
 * value.
 */
import type { BrowserName } from "../../lab/browser-name.ts";
import { expect, test } from "vitest";
import type { Body } from "../../src/model/chain/redirect-chain.ts";
import { eventsOf, listedIn, readTrace, replay } from "./traces.ts";

type Row = readonly [kind: string, browserName: BrowserName, body: Body];

test.each([
  ["urlencoded", "chromium", form(["password", "user"], 19)],
  ["urlencoded", "firefox", form(["user", "password"], 19)],
  // Only Firefox lists the Content-Length of a multipart body.
  ["form-data", "chromium", form(["user"])],
  ["form-data", "firefox", form(["user"], 168)],
  ["form-data-with-file", "chromium", { presence: "present", kind: "bytes", sizeBytes: 291, sizeIsMinimum: true }],
  ["form-data-with-file", "firefox", form(["user", "file"], 341)],
  ["blob", "chromium", { presence: "unknown" }],
  ["blob", "firefox", bytes(6)],
  ["array-buffer", "chromium", bytes(7)],
  ["array-buffer", "firefox", bytes(7)],
  ["text", "chromium", bytes(12)],
  ["text", "firefox", bytes(12)],
  ["empty", "chromium", { presence: "unknown" }],
  ["empty", "firefox", { presence: "absent" }],
  ["none", "chromium", { presence: "absent" }],
  ["none", "firefox", { presence: "absent" }],
  ["beacon", "chromium", bytes(8)],
  ["beacon", "firefox", bytes(8)],
  // Not forms, although the browsers parse them as forms: no names, and the size from Content-Length where it is
  // reported.
  ["json-as-urlencoded", "chromium", bytes(29)],
  ["json-as-urlencoded", "firefox", bytes(29)],
  ["json-with-equals-as-urlencoded", "chromium", bytes(34)],
  ["json-with-equals-as-urlencoded", "firefox", bytes(34)],
  ["base64-as-urlencoded", "chromium", { ...bytes(19), sizeIsMinimum: true }],
  ["base64-as-urlencoded", "firefox", bytes(20)],
  ["form-data-json-name", "chromium", { ...bytes(16), sizeIsMinimum: true }],
  ["form-data-json-name", "firefox", bytes(184)],
] satisfies Row[])("%s in %s", (kind, browserName, body) => {
  const [chain] = listedIn(replay(eventsOf(browserName, readTrace(browserName, `body-${kind}`))));
  expect(chain?.hops.map((hop) => hop.body)).toEqual([body, body]);
});

function bytes(sizeBytes: number) {
  return { presence: "present", kind: "bytes", sizeBytes } as const;
}

function form(fieldNames: readonly string[], sizeBytes?: number): Body {
  const body = { presence: "present", kind: "form", fieldNames } as const;
  return sizeBytes === undefined ? body : { ...body, sizeBytes };
}

/** Tests what may be known of a request body, in both browsers' shapes, and that no value of one gets out. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Body } from "../../src/model/redirect-chain.ts";
import { normalizeBody, type BrowserName } from "../../src/webext/normalize-body.ts";
import { browserNames } from "./details.ts";

const absent: Body = { presence: "absent" };
const unknown: Body = { presence: "unknown" };
const form = { presence: "present", kind: "form" } as const;
const bytes = { presence: "present", kind: "bytes" } as const;

type Row = readonly [what: string, browserName: BrowserName, method: string, requestBody: unknown, body: Body];

test.each([
  ["no body", "chromium", "GET", undefined, absent],
  ["no body", "firefox", "GET", null, absent],
  ["a POST without a body", "chromium", "POST", undefined, absent],
  ["a PUT without a body", "chromium", "PUT", undefined, absent],
  ["PATCH, never told", "chromium", "PATCH", undefined, unknown],
  ["DELETE, never told", "chromium", "DELETE", undefined, unknown],
  ["a custom method, never told", "chromium", "PURGE", undefined, unknown],
  ["a DELETE without a body", "firefox", "DELETE", null, absent],
  [
    "a form",
    "chromium",
    "POST",
    { formData: { user: ["me"], tag: ["a", "b"] } },
    { ...form, fieldNames: ["user", "tag"], sizeBytes: 19 },
  ],
  ["a form", "firefox", "POST", { formData: { user: ["me"] } }, { ...form, fieldNames: ["user"], sizeBytes: 7 }],
  [
    "a form whose encoding is not known",
    "chromium",
    "POST",
    { formData: { q: ["ü"] } },
    { ...form, fieldNames: ["q"] },
  ],
  ["an empty form", "chromium", "POST", { formData: {} }, { ...form, fieldNames: [], sizeBytes: 0 }],
  ["text/plain, JSON, XHR", "chromium", "POST", { raw: [{ bytes: new ArrayBuffer(9) }] }, { ...bytes, sizeBytes: 9 }],
  [
    "text/plain, JSON, XHR",
    "firefox",
    "POST",
    { raw: [{ bytes: new ArrayBuffer(9) }], lenientFormData: null },
    { ...bytes, sizeBytes: 9 },
  ],
  ["PATCH with a body", "firefox", "PATCH", { raw: [{ bytes: new ArrayBuffer(3) }] }, { ...bytes, sizeBytes: 3 }],
  [
    "FormData by fetch, in chunks",
    "chromium",
    "POST",
    { raw: [{ bytes: new ArrayBuffer(3) }, { bytes: new ArrayBuffer(4) }] },
    { ...bytes, sizeBytes: 7, sizeIsMinimum: true },
  ],
  [
    "FormData by fetch",
    "firefox",
    "POST",
    { formData: { file: ["photo.png"] } },
    { ...form, fieldNames: ["file"], sizeBytes: 14 },
  ],
  ["a Blob, or an empty string", "chromium", "POST", { error: "Unknown error." }, { presence: "unknown" }],
  [
    "an unreadable stream",
    "firefox",
    "POST",
    { error: "Upload streams…" },
    { presence: "present", kind: "unreadable" },
  ],
  [
    "a file",
    "chromium",
    "POST",
    { raw: [{ bytes: new ArrayBuffer(3) }, { file: "/home/me/photo.png" }] },
    { presence: "present", kind: "file", sizeBytes: 3, sizeIsMinimum: true },
  ],
  ["30 MB", "chromium", "POST", { raw: [{ bytes: new ArrayBuffer(30_000_000) }] }, { ...bytes, sizeBytes: 30_000_000 }],
  [
    "30 MB, cut at 16 MiB",
    "firefox",
    "POST",
    { raw: [{ bytes: new ArrayBuffer(2 ** 24), truncated: true, originalSize: 30_000_000 }] },
    { ...bytes, sizeBytes: 30_000_000 },
  ],
  [
    "cut, the whole size not told",
    "firefox",
    "POST",
    { raw: [{ bytes: new ArrayBuffer(8), truncated: true }] },
    { ...bytes, sizeBytes: 8, sizeIsMinimum: true },
  ],
  ["nothing in it", "chromium", "POST", {}, absent],
  ["no chunks", "chromium", "POST", { raw: [] }, absent],
  ["odd chunks", "chromium", "POST", { raw: [null, 1, "x", {}] }, { ...bytes, sizeBytes: 0, sizeIsMinimum: true }],
  [
    "odd fields",
    "chromium",
    "POST",
    { formData: { a: "no list", b: null } },
    { ...form, fieldNames: ["a", "b"], sizeBytes: 0 },
  ],
] satisfies Row[])("%s (%s, %s)", (_, browserName, method, requestBody, body) => {
  expect(normalizeBody(requestBody as never, method, browserName)).toEqual(body);
});

test.each(browserNames)("no value of a body ever leaves (%s)", (browserName) => {
  const secret = fc.stringMatching(/^[a-z]{5}$/).map((word) => `s3cret-${word}-ü`);
  const withSecretAnywhere = secret.chain((value) => {
    const leaf = fc.constantFrom<unknown>(
      value,
      [value],
      [[value]],
      { value },
      bytesOf(value),
      { bytes: bytesOf(value) },
      null,
      1,
    );
    const chunk = fc.record(
      { bytes: leaf, file: leaf, truncated: leaf, originalSize: leaf, other: leaf },
      { requiredKeys: [] },
    );
    const formData = fc.dictionary(fc.constantFrom("user", "password", "__proto__", "file"), fc.array(leaf));
    const requestBody = fc.record(
      {
        formData: fc.oneof(formData, leaf),
        raw: fc.oneof(fc.array(chunk), leaf),
        error: leaf,
        lenientFormData: formData,
      },
      { requiredKeys: [] },
    );
    return fc.record({ value: fc.constant(value), requestBody: fc.oneof(requestBody, leaf) });
  });
  fc.assert(
    fc.property(withSecretAnywhere, fc.constantFrom("POST", "PATCH"), ({ value, requestBody }, method) => {
      const told = JSON.stringify(normalizeBody(requestBody as never, method, browserName));
      expect(told).not.toContain(value.slice(0, 12));
    }),
  );
});

function bytesOf(text: string): ArrayBuffer {
  return new TextEncoder().encode(text).buffer;
}

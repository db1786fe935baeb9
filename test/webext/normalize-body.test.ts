/** Tests what is known of a request body, in both browsers' shapes, and that no value of a body is included. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Body } from "../../src/model/chain/redirect-chain.ts";
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
  ["PATCH, never reported", "chromium", "PATCH", undefined, unknown],
  ["DELETE, never reported", "chromium", "DELETE", undefined, unknown],
  ["a custom method, never reported", "chromium", "PURGE", undefined, unknown],
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
    "30 MB, truncated at 16 MiB",
    "firefox",
    "POST",
    { raw: [{ bytes: new ArrayBuffer(2 ** 24), truncated: true, originalSize: 30_000_000 }] },
    { ...bytes, sizeBytes: 30_000_000 },
  ],
  [
    "truncated, without the original size",
    "firefox",
    "POST",
    { raw: [{ bytes: new ArrayBuffer(8), truncated: true }] },
    { ...bytes, sizeBytes: 8, sizeIsMinimum: true },
  ],
  ["an empty requestBody", "chromium", "POST", {}, absent],
  ["no chunks", "chromium", "POST", { raw: [] }, absent],
  ["invalid chunks", "chromium", "POST", { raw: [null, 1, "x", {}] }, { ...bytes, sizeBytes: 0, sizeIsMinimum: true }],
  [
    "invalid fields",
    "chromium",
    "POST",
    { formData: { a: "no list", b: null } },
    { ...bytes, sizeBytes: 3, sizeIsMinimum: true },
  ],
  [
    "JSON sent as urlencoded",
    "firefox",
    "POST",
    { formData: { '{"user":"bob","password":"hunter2"}': [""] } },
    { ...bytes, sizeBytes: 35, sizeIsMinimum: true },
  ],
  [
    "JSON with = and & in it",
    "chromium",
    "POST",
    { formData: { '{"next":"/a?b': ["c"], d: ['e","password":"hunter2"}'] } },
    { ...bytes, sizeBytes: 42, sizeIsMinimum: true },
  ],
  [
    "a single text",
    "firefox",
    "POST",
    { formData: { hunter2: [""] } },
    { ...bytes, sizeBytes: 7, sizeIsMinimum: true },
  ],
  [
    "Base64 with two =",
    "chromium",
    "POST",
    { formData: { aHVudGVyMg: ["="] } },
    { ...bytes, sizeBytes: 12, sizeIsMinimum: true },
  ],
  ["not ASCII", "firefox", "POST", { formData: { "Straße 1": [""] } }, bytes],
] satisfies Row[])("%s (%s, %s)", (_, browserName, method, requestBody, body) => {
  expect(normalizeBody(requestBody as never, method, browserName)).toEqual(body);
});

test.each(browserNames)("no value of a body is included (%s)", (browserName) => {
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
      const result = JSON.stringify(normalizeBody(requestBody as never, method, browserName));
      expect(result).not.toContain(value.slice(0, 12));
    }),
  );
});

function bytesOf(text: string): ArrayBuffer {
  return new TextEncoder().encode(text).buffer;
}

test.each(browserNames)(
  "no part of a body that is not a form is included, even if it is parsed as a form (%s)",
  (browserName) => {
    const secret = "s3cretMarker";
    const bodies = [
      `{"user":"bob","password":"${secret}"}`,
      `{"url":"/?a=b&token=${secret}&c=d"}`,
      `["${secret}"]`,
      `"${secret}"`,
      `<login><password>${secret}</password></login>`,
      `<a href="/?b=${secret}&c=d"/>`,
      `{ user(id: "${secret}") { name } }`,
      `mutation{login(p:"${secret}"){a=b}}`,
      secret,
      `${secret}=`,
      `${secret}==`,
      `${secret}&more`,
      `eyJhbGciOiJIUzI1NiJ9.${secret}.c2ln`,
      `https://a.test/?token=${secret}&q=1`,
      `https://a.test/${secret}?q=1`,
      `first line\n${secret}=x`,
      `name: ${secret}=1&b=2`,
      `Bearer ${secret}=1`,
      `${secret.repeat(10)}=1`,
      `--boundary\r\nContent-Disposition: form-data; name="password"\r\n\r\n${secret}`,
      `${secret}; charset=utf-8`,
      `a,b,${secret}=1`,
      `${secret}@a.test=1`,
      `\0${secret}=1`,
    ];
    for (const body of bodies) {
      const formData: Record<string, string[]> = {};
      for (const [name, value] of new URLSearchParams(body)) (formData[name] ??= []).push(value);
      const result = normalizeBody({ formData } as never, "POST", browserName);
      expect(result).toMatchObject({ presence: "present", kind: "bytes" });
      expect(JSON.stringify(result)).not.toContain(secret);
    }
  },
);

test("names of real forms are kept: names of frameworks, non-Latin names, ten thousand names, and names of object properties", () => {
  const names = [
    ..."user user[address][0].street items[] form:login:j_id1 $skip _csrf data-id ___VIEWSTATE ctl00$main$txt".split(
      " ",
    ),
    ..."__proto__ constructor toString 0 12 名前 größe имя".split(" "),
    ...Array.from({ length: 10_000 }, (_, index) => `field_${index}`),
  ];
  const formData = Object.fromEntries(names.map((name) => [name, ["x"]]));
  const result = normalizeBody({ formData } as never, "POST", "firefox");
  expect(result).toMatchObject({ kind: "form" });
  expect("fieldNames" in result && result.fieldNames?.toSorted()).toEqual(names.toSorted());
});

/** Tests the bodies read from a HAR: content never becomes a name, and "absent" is used only if it's certain. */
import { describe, expect, test } from "vitest";
import type { Body } from "../../../src/model/chain/redirect-chain.ts";
import { entry, harOf } from "./har-entries.ts";
import { imported } from "./imported.ts";

const url = "https://shop.example/login";

function bodyOf(request: object): Body | undefined {
  const first = entry(url, 0, {
    request: { method: "POST", ...request },
    response: { status: 302, redirectURL: "/home" },
  });
  const chains = imported(harOf(first, entry("https://shop.example/home", 6, {})));
  expect(JSON.stringify(chains)).not.toContain("SECRET");
  return chains[0]?.hops[0].body;
}

const urlencoded = "application/x-www-form-urlencoded; charset=UTF-8";
const multipart = "multipart/form-data; boundary=x";
const part = (head: string, content: string) => `--x\r\n${head}\r\n\r\n${content}\r\n`;
const named = (name: string) => `Content-Disposition: form-data; name="${name}"`;

describe("names", () => {
  test.each([
    [
      "params",
      {
        mimeType: urlencoded,
        params: [
          { name: "user", value: "SECRET" },
          { name: "q", value: "" },
        ],
      },
      ["user", "q"],
    ],
    [
      "percent-encoded params",
      { mimeType: urlencoded, params: [{ name: "user%5Bname%5D", value: "SECRET" }] },
      ["user[name]"],
    ],
    ["text", { mimeType: urlencoded, text: "user%5Bname%5D=SECRET&q=" }, ["user[name]", "q"]],
    [
      "multipart params",
      {
        mimeType: multipart,
        params: [
          { name: "file", fileName: "SECRET.txt" },
          { name: "b", value: "" },
        ],
      },
      ["file", "b"],
    ],
    [
      "multipart text",
      {
        mimeType: multipart,
        text: `${part(named("a"), "SECRET")}${part(`${named("f")}; filename="f.txt"\r\nContent-Type: text/plain`, "SECRET")}--x--`,
      },
      ["a", "f"],
    ],
    [
      "multipart text with LF line endings",
      { mimeType: multipart, text: `${part(named("a"), "SECRET")}--x--`.replaceAll("\r", "") },
      ["a"],
    ],
    [
      "multipart text, the name first or last",
      {
        mimeType: 'multipart/form-data; boundary="x"',
        text: `${part('content-disposition: form-data; filename="SECRET"; name=f', "1")}--x--`,
      },
      ["f"],
    ],
    [
      "multipart content that looks like a part",
      {
        mimeType: multipart,
        text: `${part(named("file"), `${named("INNERSECRET")}\r\n\r\ncontent-disposition: form-data; name="INNERSECRET"`)}--x--`,
      },
      ["file"],
    ],
    [
      "multipart content that looks like a delimiter",
      { mimeType: multipart, text: `${part(named("file"), `--xSECRET\r\n${named("SECRET")}\r\n\r\n1`)}--x--` },
      ["file"],
    ],
  ])("%s", (_, postData, fieldNames) => {
    expect(bodyOf({ bodySize: 44, postData })).toMatchObject({ presence: "present", kind: "form", fieldNames });
  });

  test.each([
    ["JSON sent as a form", { mimeType: urlencoded, text: '{"user":"anna","password":"SECRET"}' }],
    [
      "JSON sent as a form, with params",
      { mimeType: urlencoded, text: '{"p":"SECRET"}', params: [{ name: '{"p":"SECRET"}', value: "" }] },
    ],
    ["JSON with & and =", { mimeType: urlencoded, text: '{"p":"SECRET&x=1"}' }],
    [
      "JSON, percent-encoded, in params",
      { mimeType: urlencoded, params: [{ name: "%7B%22p%22%3A%22SECRET%22%7D", value: "" }] },
    ],
    [
      "params in place of a body of another type",
      { mimeType: "application/json", params: [{ name: '{"p":"SECRET"}' }] },
    ],
    ["XML", { mimeType: urlencoded, text: "<p>SECRET</p>" }],
    ["one word", { mimeType: urlencoded, text: "SECRET" }],
    ["one word in params", { mimeType: urlencoded, params: [{ name: "SECRET", value: "" }] }],
    ["one word in params without a value", { mimeType: urlencoded, params: [{ name: "SECRET" }] }],
    ["one word in params of plain text", { mimeType: "text/plain", params: [{ name: "SECRET" }] }],
    ["Base64", { mimeType: urlencoded, text: "U0VDUkVUSECRET==" }],
    ["one invalid name among valid ones", { mimeType: urlencoded, text: "user=anna&SE CRET=1" }],
    ["multipart without a boundary", { mimeType: "multipart/form-data", text: part(named("SECRET"), "1") }],
    ["multipart with an invalid name", { mimeType: multipart, text: `${part(named("SE CRET"), "1")}--x--` }],
    ["text of another type", { mimeType: "application/json", text: "a=SECRET&b=1" }],
    ["text without a type", { text: "a=SECRET&b=1" }],
  ])("%s: none", (_, postData) => {
    expect(bodyOf({ bodySize: 44, postData })).toEqual({ presence: "present", kind: "bytes", sizeBytes: 44 });
  });

  test("unexpected types of postData", () => {
    for (const postData of [
      null,
      [],
      "text",
      1,
      { params: {} },
      { params: [null, 1, "a"] },
      { text: 5, mimeType: 5 },
      { text: {} },
    ]) {
      expect(bodyOf({ bodySize: 44, postData })).toEqual({ presence: "present", kind: "unreadable", sizeBytes: 44 });
    }
  });

  test("too many names for a form", () => {
    const text = Array.from({ length: 5_000 }, (_, at) => `f${at}=1`).join("&");
    expect(bodyOf({ bodySize: 44, postData: { mimeType: urlencoded, text } })).toEqual({
      presence: "present",
      kind: "form",
      sizeBytes: 44,
    });
  });
});

describe("presence without content in the file", () => {
  const headers = (...lines: readonly (readonly [string, string])[]) => ({
    headers: lines.map(([name, value]) => ({ name, value })),
  });
  const contentType = ["Content-Type", "text/plain"] as const;

  test.each([
    ["POST", 0, headers(), "unknown"],
    ["POST", 0, headers(["Content-Length", "0"]), "absent"],
    ["POST", -1, headers(["content-length", "0"]), "absent"],
    ["POST", undefined, headers(["content-length", "0"]), "absent"],
    ["POST", 0, headers(["Transfer-Encoding", "chunked"], contentType), "unknown"],
    ["POST", 0, headers(["Transfer-Encoding", "chunked"], ["Content-Length", "0"]), "unknown"],
    ["PUT", 0, headers(contentType), "unknown"],
    ["PATCH", 0, headers(), "unknown"],
    ["post", 0, headers(), "unknown"],
    ["QUERY", 0, headers(), "unknown"],
    ["DELETE", 0, headers(), "absent"],
    ["DELETE", 0, headers(contentType), "unknown"],
    ["DELETE", 0, headers(["Transfer-Encoding", "chunked"]), "unknown"],
    ["GET", 0, headers(), "absent"],
    ["GET", 0, headers(contentType), "unknown"],
    ["GET", 0, headers(contentType, ["Content-Length", "0"]), "absent"],
    ["GET", -1, headers(), "unknown"],
    ["GET", undefined, headers(), "unknown"],
    ["POST", 0, headers(["Content-Length", "13"]), "present"],
    ["POST", 13, headers(), "present"],
  ])("%s, bodySize %s, %j: %s", (method, bodySize, lines, presence) => {
    expect(bodyOf({ method, bodySize, ...lines })).toMatchObject({ presence });
  });
});

/** Tests that packed files open, and that each problem is reported; with archives made by a real packer. */
import { gzipSync, strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { unpackFile } from "../../../../panel/log/import/unpack-file.ts";

const max = 100_000;
const har = strToU8('{"log":{"entries":[]}}');
const packed = (bytes: Uint8Array) => unpackFile(new Blob([new Uint8Array(bytes)]), max);
const zip = (files: Parameters<typeof zipSync>[0]) => zipSync(files);

test.each([
  ["not packed", har],
  ["gzip", gzipSync(har)],
  ["a zip", zip({ "a.har": har })],
  ["a zip, stored", zip({ "a.har": [har, { level: 0 }] })],
  ["a zip with a folder and other files", zip({ "logs/A.HAR": har, "logs/a.json": strToU8("{}"), "readme.txt": har })],
  ["a zip with one JSON file", zip({ "redirects.json": har, "picture.png": strToU8("x") })],
  ["a zip of macOS", zip({ "a.har": har, "__MACOSX/._a.har": strToU8("x"), "._b.har": strToU8("x") })],
  ["a zip with a comment", zipWithComment(zip({ "a.har": har }), "x".repeat(9_000))],
])("%s", async (_, bytes) => {
  expect(await packed(bytes)).toEqual({ bytes: new Uint8Array(har) });
});

test("an empty file", async () => {
  expect(await packed(new Uint8Array())).toEqual({ bytes: new Uint8Array() });
});

const large = new Uint8Array(max + 1);

test.each([
  ["more bytes than may be", large, "too-large"],
  ["gzip that unpacks to too much", gzipSync(large), "unpacked-too-large"],
  ["a zip that unpacks to too much", zip({ "a.har": large }), "unpacked-too-large"],
  ["a zip that has too much", zip({ "a.har": [large, { level: 0 }] }), "unpacked-too-large"],
])("%s", async (_, bytes, kind) => {
  expect(await packed(bytes)).toEqual({ problem: { kind, max } });
});

const zipped = zip({ "a.har": har });
const changed = (bytes: Uint8Array, at: number, value: number) => bytes.with(at, value);
const directoryAt = Buffer.from(zipped).indexOf("PK\u0001\u0002", 0, "latin1");

test.each([
  ["a zip without files", zip({}), "zip-no-har"],
  ["a zip without a HAR", zip({ "a.txt": har }), "zip-no-har"],
  ["a zip with two HARs", zip({ "a.har": har, "b/b.har": har }), "zip-several-hars"],
  ["a zip with two JSON files", zip({ "a.json": har, "b.json": har }), "zip-several-hars"],
  ["a zip with a password", changed(zipped, directoryAt + 8, 1), "zip-encrypted"],
  ["a zip packed in another way", changed(zipped, directoryAt + 10, 12), "pack-damaged"],
  ["half a zip", zipped.slice(0, 50), "pack-damaged"],
  ["a zip without its beginning", Uint8Array.from([...zipped.slice(0, 4), ...zipped.slice(20)]), "pack-damaged"],
  ["a zip with other bytes in it", changed(zipped, 36, 0xff), "pack-damaged"],
  ["half a gzip", gzipSync(har).slice(0, 20), "pack-damaged"],
  ["gzip with other bytes in it", changed(gzipSync(har), 12, 0xff), "pack-damaged"],
])("%s", async (_, bytes, kind) => {
  expect(await packed(bytes)).toEqual({ problem: { kind } });
});

function zipWithComment(bytes: Uint8Array, comment: string): Uint8Array {
  const text = strToU8(comment);
  const end = bytes.slice(0, -2);
  return Uint8Array.from([...end, text.length & 0xff, text.length >> 8, ...text]);
}

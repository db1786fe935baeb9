/** Tests that a file is read in the encoding that its byte order mark names. */
import { expect, test } from "vitest";
import { decodedText } from "../../../../panel/log/import/decoded-text.ts";

const text = '{"é":"💥"}';
const utf16 = Buffer.from(`\ufeff${text}`, "utf16le");

test.each([
  ["UTF-8", Buffer.from(text)],
  ["UTF-8 with a mark", Buffer.from(`\ufeff${text}`)],
  ["UTF-16, as PowerShell writes it", utf16],
  ["UTF-16, big-endian", Buffer.from(utf16).swap16()],
])("%s", (_, bytes) => {
  expect(decodedText(new Uint8Array(bytes))).toBe(text);
});

test("nothing", () => {
  expect(decodedText(new Uint8Array())).toBe("");
});

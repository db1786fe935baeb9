/** A query is bytes, and keeps any bytes. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { Query } from "../../lab/query.ts";

const byteString = fc.array(fc.integer({ min: 0, max: 255 })).map((bytes) => String.fromCharCode(...bytes));

test("any bytes are the same after being written into a URL and read again", () => {
  fc.assert(
    fc.property(byteString, byteString, (first, second) => {
      const written = Query.from({}).with("a", first).with("b", second).toString();
      expect(written).toMatch(/^[!-~]*$/);
      const read = Query.parse(written);
      expect([read.bytes("a"), read.bytes("b")]).toEqual([first, second]);
    }),
  );
});

test("text becomes UTF-8 and is read as UTF-8", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const query = Query.from({ a: text });
      expect(query.text("a")).toBe(text);
      expect(new URLSearchParams(query.toString()).get("a")).toBe(text);
    }),
  );
});

test("no query is rejected, however unusual", () => {
  fc.assert(
    fc.property(byteString, (search) => {
      expect(() => Query.parse(search).toString()).not.toThrow();
    }),
  );
});

test("with() replaces in place and keeps the rest", () => {
  const query = Query.parse("x=1&a=2&y=3&a=4");
  expect(query.with("a", "5").toString()).toBe("x=1&a=5&y=3");
  expect(query.with("z", "6").toString()).toBe("x=1&a=2&y=3&a=4&z=6");
});

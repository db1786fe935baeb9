/** Tests that a CSV parser reads the same cells back, and that no cell is a formula. */
import { parse } from "csv-parse/sync";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { csvTitles, csvParts, csvRow, neutralised } from "../../../src/model/export/csv-export.ts";
import { answered, chainOf, formBody, served } from "../hops.ts";
import { hostileChain, hostileText, throughUtf8 } from "./hostile.ts";

const read = (csv: string): string[][] => parse(csv, { bom: true, relax_column_count: false });

test("any cells", () => {
  const row = fc.array(hostileText, { minLength: 2, maxLength: 2 });
  fc.assert(
    fc.property(fc.array(row, { minLength: 1 }), (rows) => {
      expect(read(rows.map(csvRow).join(""))).toEqual(rows.map((cells) => cells.map(neutralised).map(throughUtf8)));
    }),
  );
});

test("any chain: a row for each hop, a cell for each column, none a formula", () => {
  fc.assert(
    fc.property(fc.array(hostileChain), (chains) => {
      const [head, ...rows] = read([...csvParts(chains)].join(""));
      expect(head).toEqual(csvTitles.map(neutralised));
      expect(rows.length).toBe(chains.reduce((sum, { hops }) => sum + hops.length, 0));
      expect(rows.flat().filter((cell) => /^[=+\-@\t\r\n]/.test(cell))).toEqual([]);
    }),
  );
});

test("in a spreadsheet with a decimal comma, no cell is a formula either", () => {
  const options = { bom: true, delimiter: ";", quote: false, relax_column_count: true } as const;
  fc.assert(
    fc.property(fc.array(hostileChain), (chains) => {
      const cells = parse([...csvParts(chains)].join(""), options).flat();
      expect(cells.filter((cell) => /^["\s]*[=+\-@]/.test(cell))).toEqual([]);
    }),
  );
});

test("a spreadsheet that splits at commas, semicolons and tabs reads the same cells", () => {
  fc.assert(
    fc.property(fc.array(hostileChain), (chains) => {
      const csv = [...csvParts(chains)].join("");
      expect(parse(csv, { bom: true, delimiter: [",", ";", "\t"] })).toEqual(read(csv));
    }),
  );
});

test.each([
  ["=1+1", "'=1+1"],
  ["+1", "'+1"],
  ["-1", "'-1"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["\t=1", "'\t=1"],
  ["\r=1", "'\r=1"],
  ["＝1", "'＝1"],
  ["https://a.test/;=1;a=1;-x", "https://a.test/;'=1;a=1;'-x"],
  ['a; "=1', `a;' "=1`],
  [" =1", "' =1"],
  ["a=1", "a=1"],
  ["—", "—"],
  ["", ""],
])("%j is written as %j", (value, written) => {
  expect(neutralised(value)).toBe(written);
});

test("a chain, line by line", () => {
  const first = served("http://a.test/?q=1,2", 302, "http://b.test/", {
    method: "POST",
    body: formBody,
    endedAt: 20.55,
  });
  expect(
    [...csvParts([chainOf(first, answered("http://b.test/", 405, { endedAt: 30 }))])].join("").split("\r\n"),
  ).toEqual([
    "\ufeffChain,#,Status,Method,Body,SEO,URL,Redirects to,Time (ms),Findings,Started",
    '1,1,302,POST → GET,sent → lost,Temporary,"http://a.test/?q=1,2",http://b.test/,20.6,method-not-allowed-after-redirect body-lost method-changed login-over-http,1970-01-01T00:00:00.000Z',
    "1,2,405,GET,none,—,http://b.test/,,30,redirect-to-error,1970-01-01T00:00:00.000Z",
    "",
  ]);
});

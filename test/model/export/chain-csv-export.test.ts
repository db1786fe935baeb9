/** Tests the CSV with one row per chain: its columns, and that no cell is a formula. */
import { parse } from "csv-parse/sync";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { chainCsvParts, chainCsvTitles } from "../../../src/model/export/chain-csv-export.ts";
import type { Chain } from "../../../src/model/chain/redirect-chain.ts";
import { answer, answered, chainOf, failed, internal, served } from "../hops.ts";
import { clientRedirect } from "./exported.ts";
import { hostileChain } from "./hostile.ts";

const a = "http://a.test/";
const b = "https://b.test/";

function rowsOf(...chains: readonly Chain[]): Record<string, string>[] {
  return parse([...chainCsvParts(chains)].join(""), { bom: true, columns: true });
}

test("a row for each chain, with as many numbered hops as the longest chain has", () => {
  const page = { ...answer(200, { "Content-Type": "text/html" }), statusText: "OK" };
  const long = chainOf(internal(a, "hsts", b), served(b, 302, a), answered(a, 200, { answer: page }));
  const rows = rowsOf({ ...long, initiator: "https://c.test" }, chainOf(served(a, 301, b), answered(b, 404)));
  expect(rows[0]).toEqual({
    "Chain Type": "HSTS Policy",
    "Number of Redirects": "2",
    Loop: "False",
    Source: "https://c.test",
    "Temp Redirect in Chain": "True",
    Address: a,
    "Final Address": a,
    "Final Content": "text/html",
    "Final Status Code": "200",
    "Final Status": "OK",
    ...hopCells(1, "", "", "HSTS Policy", b),
    ...hopCells(2, "", "302", "HTTP Redirect", a),
    ...hopCells(3, "text/html", "200", "", "", "OK"),
  });
  expect(rows[1]).toMatchObject({
    "Chain Type": "HTTP Redirect",
    "Temp Redirect in Chain": "False",
    "Final Status Code": "404",
    ...hopCells(3, "", "", "", ""),
  });
});

function hopCells(number: number, content: string, code: string, type: string, url: string, status = "") {
  const names = ["Content", "Status Code", "Status", "Redirect Type", "Redirect URL"];
  const values = [content, code, status, type, url];
  return Object.fromEntries(names.map((name, index) => [`${name} ${number}`, values[index]]));
}

test("a loop, a failure, a meta refresh", () => {
  const loop = chainOf(served(a, 301, a), ...Array.from({ length: 20 }, () => served(a, 301, a)));
  const rows = rowsOf(
    chainOf(...loop.hops, failed(a, "net::ERR_TOO_MANY_REDIRECTS")),
    chainOf(clientRedirect("meta-refresh", 0), failed("http://b.test/", "net::ERR_FAILED")),
  );
  expect(rows.map((row) => [row["Chain Type"], row["Loop"], row["Final Status"]])).toEqual([
    ["HTTP Redirect", "True", "net::ERR_TOO_MANY_REDIRECTS"],
    ["Meta Refresh Redirect", "False", "net::ERR_FAILED"],
  ]);
});

test("secrets in URLs are masked unless the user wants to see them", () => {
  const chain = chainOf(served(`${a}?token=s3cret`, 302, `${b}?token=s3cret`), answered(`${b}?token=s3cret`));
  expect([...chainCsvParts([chain])].join("")).not.toContain("s3cret");
  expect([...chainCsvParts([chain], { unmaskUrls: true })].join("")).toContain("s3cret");
});

test("any chain: a cell for each column, none a formula, at any separator", () => {
  fc.assert(
    fc.property(fc.array(hostileChain, { minLength: 1 }), (chains) => {
      const csv = [...chainCsvParts(chains)].join("");
      const [head, ...rows] = parse(csv, { bom: true, delimiter: [",", ";", "\t"] });
      expect(head).toEqual(chainCsvTitles(Math.max(...chains.map(({ hops }) => hops.length))));
      expect(rows.length).toBe(chains.length);
      const split = parse(csv, { bom: true, delimiter: ";", quote: false, relax_column_count: true });
      expect(rows.flat().filter((cell) => /^[=+\-@\t\r\n]/.test(cell))).toEqual([]);
      expect(split.flat().filter((cell) => /^["\s]*[=+\-@]/.test(cell))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

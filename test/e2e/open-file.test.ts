/** Compressed and partly invalid files, opened in the real panel. */
import { gzipSync, strToU8, zipSync } from "fflate";
import { afterEach, expect, test } from "vitest";
import type { ExpectedChain } from "../../lab/scenarios/scenario.ts";
import { entry, harOf } from "../model/import/har-entries.ts";
import { hopRow, showAll, tab } from "../../scripts/browsers/panel-page.ts";
import { axeViolationsInBothThemes } from "./axe-violations.ts";
import { giveFile } from "./export-steps.ts";
import { expectChains } from "./panel-rows.ts";
import { useBrowser } from "./session.ts";

const e2e = useBrowser();

const [from, to] = ["https://shop.example/a", "https://cdn.example/t"];
const good = [entry(from, 0, { response: { status: 302, redirectURL: to } }), entry(to, 5, {})];
const har = strToU8(harOf(...good));
const chain: ExpectedChain = [
  { status: "302", method: "GET → GET", body: "none", seo: "Temporary", url: from },
  { status: "200", method: "GET", body: "none", seo: "—", url: to },
];

/** After the file was read: before that, the notice has no button. */
const sentences = () =>
  e2e.panel.waitFor(() => {
    if (document.querySelector(".notice button") === null) return undefined;
    const shown = [...document.querySelectorAll(".notice span")].map(({ textContent }) => textContent);
    return shown;
  });

afterEach(async () => {
  await e2e.panel.click({ role: "button", within: ".notice" });
  await e2e.panel.waitFor(() => document.querySelector(".notice") === null);
});

test.each([
  ["gzip", "log.har.gz", gzipSync(har)],
  ["a zip", "log.zip", zipSync({ "log.har": har })],
])("%s", async (_, name, bytes) => {
  await giveFile(e2e.panel, "choose", name, bytes);
  expect(await sentences()).toEqual([`Showing ${name}, not this tab's log.`]);
  await expectChains(e2e.panel, [chain]);
});

test("a partly invalid file: the rest, and what was skipped", async () => {
  const odd = [
    entry("https://img.example/x.png", 9, { request: { method: null } }),
    entry("", 9, {}),
    entry("", 9, {}),
    entry("https://img.example/y.png", 9, { startedDateTime: "NaN" }),
  ];
  await giveFile(e2e.panel, "drop", "odd.har", harOf(...good, ...odd));
  expect(await sentences()).toEqual([
    "Showing odd.har, not this tab's log.",
    "1 entry was skipped: entry 3 has no method.",
    "2 entries were skipped: entry 4 has no URL.",
    "1 entry was skipped: entry 6 has no valid start time.",
  ]);
  await expectChains(e2e.panel, [chain]);
  expect(await axeViolationsInBothThemes(e2e.panel)).toEqual([]);
});

test.each([
  ["log.zip", zipSync({}), "the zip archive has no HAR file."],
  [
    "log.zip",
    zipSync({ "a.har": har, "b.har": har }),
    "the zip archive has several HAR files. Extract one and open it.",
  ],
  ["log.har.gz", gzipSync(har).slice(0, 30), "it's damaged and can't be unpacked."],
  ["log.har.gz", gzipSync(new Uint8Array(65 * 2 ** 20)), "unpacked, it's larger than 64 MB."],
  ["log.har", "[".repeat(5_000_000), "its lists and objects are nested more than 1,000 levels deep."],
  ["log.har", har.slice(0, -9), "it's incomplete. The end of the file is missing."],
])("%s rejected: one sentence", async (name, content, reason) => {
  await giveFile(e2e.panel, "choose", name, content);
  expect(await sentences()).toEqual([`Can't open ${name}: ${reason}`]);
});

test("a URL of 2 MB and 50,000 headers", async () => {
  const headers = Array.from({ length: 50_000 }, (_, at) => ({ name: `x-${at}`, value: "1" }));
  const url = `${to}?${"x".repeat(2_000_000)}`;
  const redirect = entry(from, 0, { response: { status: 302, redirectURL: url, headers } });
  await giveFile(e2e.panel, "choose", "long.har", harOf(redirect, entry(url, 5, {})));
  expect((await sentences())?.slice(1)).toEqual([
    "2 chains or entries (the first is number 1) have URLs or header values that were truncated to 32,768 characters.",
    "1 chain or entry (number 1) has too many headers: its lists were truncated to 500.",
  ]);
  await e2e.panel.click(hopRow());
  await e2e.panel.click(tab("tabHeaders"));
  await e2e.panel.click(showAll);
  await e2e.panel.waitFor(() => document.querySelector(".show-all") === null);
  expect(await e2e.panel.evaluate(() => document.querySelectorAll(".header-table > div").length)).toBe(501);
});

test("a redirect without its target in the file: only that is reported", async () => {
  const headers = [{ name: "Location", value: to }];
  await giveFile(e2e.panel, "choose", "part.har", harOf(entry(from, 0, { response: { status: 302, headers } })));
  await e2e.panel.waitFor(() => document.querySelector(".hop") !== null);
  await e2e.panel.click(hopRow());
  await e2e.panel.click(tab("tabExplain"));
  const said = await e2e.panel.waitFor(() => {
    const shown = [...document.querySelectorAll(".facts dd")].map(({ textContent }) => textContent);
    return shown.length === 0 ? undefined : shown;
  });
  expect(said).toContain("The file has no request that follows it.");
  expect(await e2e.panel.evaluate(() => document.querySelectorAll(".badge").length)).toBe(0);
});

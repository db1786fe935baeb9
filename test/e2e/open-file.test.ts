/** Files that are packed, or odd in part, opened in the real panel. */
import { gzipSync, strToU8, zipSync } from "fflate";
import { afterEach, expect, test } from "vitest";
import type { ExpectedChain } from "../../lab/scenarios/scenario.ts";
import { entry, harOf } from "../model/import/har-entries.ts";
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

/** Once the file was read: while it is, the notice has no button. */
const sentences = () =>
  e2e.panel.waitFor(() => {
    if (document.querySelector(".notice button") === null) return undefined;
    const shown = [...document.querySelectorAll(".notice span")].map(({ textContent }) => textContent);
    return shown;
  });

afterEach(async () => {
  await e2e.panel.click(".notice button");
  await e2e.panel.waitFor(() => document.querySelector(".notice") === null);
});

test.each([
  ["gzip", "log.har.gz", gzipSync(har)],
  ["a zip", "log.zip", zipSync({ "log.har": har })],
])("%s", async (_, name, bytes) => {
  await giveFile(e2e.panel, "choose", name, bytes);
  expect(await sentences()).toEqual([`This is ${name}, not the log of this tab.`]);
  await expectChains(e2e.panel, [chain]);
});

test("a file of which a part cannot be read: the rest, and what was left out", async () => {
  const odd = [
    entry("https://img.example/x.png", 9, { request: { method: null } }),
    entry("", 9, {}),
    entry("", 9, {}),
    entry("https://img.example/y.png", 9, { startedDateTime: "NaN" }),
  ];
  await giveFile(e2e.panel, "drop", "odd.har", harOf(...good, ...odd));
  expect(await sentences()).toEqual([
    "This is odd.har, not the log of this tab.",
    "1 entry was skipped: entry 3 has no method.",
    "2 entries were skipped: entry 4 has no URL.",
    "1 entry was skipped: entry 6 has no valid start time.",
  ]);
  await expectChains(e2e.panel, [chain]);
  expect(await axeViolationsInBothThemes(e2e.panel)).toEqual([]);
});

test.each([
  ["log.zip", zipSync({}), "there is no HAR file in this zip archive."],
  [
    "log.zip",
    zipSync({ "a.har": har, "b.har": har }),
    "there are several HAR files in this zip archive. Extract one and open it.",
  ],
  ["log.har.gz", gzipSync(har).slice(0, 30), "it is damaged and cannot be unpacked."],
  ["log.har.gz", gzipSync(new Uint8Array(65 * 2 ** 20)), "unpacked, it is larger than 64 MB."],
  ["log.har", "[".repeat(5_000_000), "its lists and objects are nested more than 1,000 deep."],
  ["log.har", har.slice(0, -9), "it is incomplete, its end is missing."],
])("%s refused: one sentence", async (name, content, reason) => {
  await giveFile(e2e.panel, "choose", name, content);
  expect(await sentences()).toEqual([`${name} was not opened: ${reason}`]);
});

test("a URL of 2 MB and 50,000 headers", async () => {
  const headers = Array.from({ length: 50_000 }, (_, at) => ({ name: `x-${at}`, value: "1" }));
  const url = `${to}?${"x".repeat(2_000_000)}`;
  const redirect = entry(from, 0, { response: { status: 302, redirectURL: url, headers } });
  await giveFile(e2e.panel, "choose", "long.har", harOf(redirect, entry(url, 5, {})));
  expect((await sentences())?.slice(1)).toEqual([
    "2 chains or entries (the first is number 1) have URLs or header values that were cut after 32,768 characters.",
    "1 chain or entry (number 1) has more headers than are shown: its lists were cut after 500.",
  ]);
  await e2e.panel.click(".hop .changed, .hop");
  await e2e.panel.click("#tab-headers");
  await e2e.panel.click(".show-all");
  await e2e.panel.waitFor(() => document.querySelector(".show-all") === null);
  expect(await e2e.panel.evaluate(() => document.querySelectorAll(".header-table > div").length)).toBe(501);
});

test("a redirect that nothing in the file follows: said so, and nothing else", async () => {
  const headers = [{ name: "Location", value: to }];
  await giveFile(e2e.panel, "choose", "part.har", harOf(entry(from, 0, { response: { status: 302, headers } })));
  await e2e.panel.waitFor(() => document.querySelector(".hop") !== null);
  await e2e.panel.click(".hop");
  await e2e.panel.click("#tab-explain");
  const said = await e2e.panel.waitFor(() => {
    const shown = [...document.querySelectorAll(".facts dd")].map(({ textContent }) => textContent);
    return shown.length === 0 ? undefined : shown;
  });
  expect(said).toContain("No request that follows it is in this file.");
  expect(await e2e.panel.evaluate(() => document.querySelectorAll(".badge").length)).toBe(0);
});

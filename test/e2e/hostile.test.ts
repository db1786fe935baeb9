/**
 * Untrusted text: HTML, bidirectional and invisible characters, a word of 60 kB. It is escaped, isolated and stays in
 * its place.
 */
import { beforeAll, expect, test } from "vitest";
import { fetchHere } from "../../lab/scenarios/scenario.ts";
import { button, chainRow, hopRow, tab, tabNames } from "../../scripts/browsers/panel-page.ts";
import { axeViolations } from "./axe-violations.ts";
import { layoutFaults } from "./layout-faults.ts";
import { useBrowser } from "./session.ts";

const e2e = useBrowser();

const html = '"><img src=x onerror="document.title=666"><script>document.title=666</script>';
const longWord = "w".repeat(60_000);

beforeAll(async () => {
  const { lab, page, panel } = e2e;
  const headers = [`X-Html: ${html}`, `X-Long: ${longWord}`, `X-${"n".repeat(300)}: long name`];
  const asked = [
    "status=302",
    `reason=${encodeURIComponent(html)}`,
    ...headers.map((header) => `header=${encodeURIComponent(header)}`),
    // As browsers forward it: a right-to-left override, a zero-width space, an isolate, a line separator.
    `to=${encodeURIComponent("/page?%E2%80%AEgnp.exe%E2%80%8B%E2%81%A6%E2%80%A8")}${encodeURIComponent(html)}`,
  ];
  await fetchHere(page, lab.url("shop.test", `/redirect?${asked.join("&")}`));
  await fetchHere(page, lab.url("shop.test", `/redirect?status=301&to=/page?${longWord}`));
  await panel.waitFor(() => document.querySelectorAll(".hop").length === 4);
});

test.each([1400, 700, 360])("%i px wide, no row, tab or picture overflows", async (width) => {
  const { panel } = e2e;
  await panel.setSize(width, 700);
  for (const [at, row] of [chainRow(), hopRow(), chainRow(-1)].entries()) {
    await panel.click(row);
    for (const name of tabNames) {
      await panel.click(tab(name));
      expect(await layoutFaults(panel), `${at} ${name}`).toEqual([]);
    }
  }
});

test("untrusted text runs no script, creates no element, and does not reorder the text around it", async () => {
  const { panel } = e2e;
  await panel.setSize(1200, 700);
  await panel.click(hopRow(0, 0));
  for (const name of ["tabExplain", "tabHeaders"] as const) {
    await panel.click(tab(name));
    const seen = await panel.evaluate(() => ({
      made: document.body.querySelectorAll("img, script, iframe").length,
      title: document.title,
      disturbing: /[\u200b\u2028\u202a-\u202e\u2066-\u2069]/.test(document.body.textContent),
      attributes: [...document.querySelectorAll("*")].flatMap((element) =>
        [...element.attributes].filter((attribute) => attribute.name.startsWith("on")),
      ).length,
    }));
    expect(seen).toEqual({ made: 0, title: "Redirects · Hopscope", disturbing: false, attributes: 0 });
    expect(await axeViolations(panel)).toEqual([]);
  }
  const shown = await panel.evaluate(() => document.querySelector(".headers")?.textContent);
  expect(shown).toContain(html);
});

test("a very long value is cut in the middle, and complete on request", async () => {
  const { panel } = e2e;
  await panel.click(hopRow(0, 0));
  await panel.click(tab("tabHeaders"));
  const longest = () =>
    panel.evaluate(() =>
      Math.max(...[...document.querySelectorAll(".header-table bdi")].map(({ textContent }) => textContent.length)),
    );
  expect(await longest()).toBeLessThan(3_000);
  await panel.click(button("showWhole"));
  expect(await longest()).toBe(longWord.length);
  expect(await layoutFaults(panel)).toEqual([]);
});

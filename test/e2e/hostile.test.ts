/** Text from strangers: HTML, bidirectional and invisible characters, 60 kB in one word. Escaped, isolated, in its place. */
import { beforeAll, expect, test } from "vitest";
import { fetchHere } from "../../lab/scenarios/scenario.ts";
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
    // As a browser sends it on: a right-to-left override, a zero-width space, an isolate, a line separator.
    `to=${encodeURIComponent("/page?%E2%80%AEgnp.exe%E2%80%8B%E2%81%A6%E2%80%A8")}${encodeURIComponent(html)}`,
  ];
  await fetchHere(page, lab.url("shop.test", `/redirect?${asked.join("&")}`));
  await fetchHere(page, lab.url("shop.test", `/redirect?status=301&to=/page?${longWord}`));
  await panel.waitFor(() => document.querySelectorAll(".hop").length === 4);
});

test.each([1400, 700, 360])("%i px wide, no row, tab or picture leaves its place", async (width) => {
  const { panel } = e2e;
  await panel.setSize(width, 700);
  for (const row of [".group:nth-of-type(2) .chain", ".group:nth-of-type(2) .hop", ".group:last-child .chain"]) {
    await panel.click(row);
    for (const tab of ["headers", "body", "timing", "explain"]) {
      await panel.click(`#tab-${tab}`);
      expect(await layoutFaults(panel), `${row} ${tab}`).toEqual([]);
    }
  }
});

test("nothing of it is run, made an element, or left to turn the text around it", async () => {
  const { panel } = e2e;
  await panel.setSize(1200, 700);
  await panel.click(".group:nth-of-type(2) .hop");
  for (const tab of ["explain", "headers"]) {
    await panel.click(`#tab-${tab}`);
    const seen = await panel.evaluate(() => ({
      made: document.body.querySelectorAll("img, script, iframe").length,
      title: document.title,
      disturbing: /[\u200b\u2028\u202a-\u202e\u2066-\u2069]/.test(document.body.textContent),
      attributes: [...document.querySelectorAll("*")].flatMap((element) =>
        [...element.attributes].filter(({ name }) => name.startsWith("on")),
      ).length,
    }));
    expect(seen).toEqual({ made: 0, title: "Redirects · Hopscope", disturbing: false, attributes: 0 });
    expect(await axeViolations(panel)).toEqual([]);
  }
  const shown = await panel.evaluate(() => document.querySelector(".headers")?.textContent);
  expect(shown).toContain(html);
});

test("what is too long to show is cut in its middle, and whole when asked for", async () => {
  const { panel } = e2e;
  await panel.click(".group:nth-of-type(2) .hop");
  await panel.click("#tab-headers");
  const longest = () =>
    panel.evaluate(() =>
      Math.max(...[...document.querySelectorAll(".header-table bdi")].map(({ textContent }) => textContent.length)),
    );
  expect(await longest()).toBeLessThan(3_000);
  await panel.click(".show-whole");
  expect(await longest()).toBe(longWord.length);
  expect(await layoutFaults(panel)).toEqual([]);
});

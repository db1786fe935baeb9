/** The picture of a chain: what it shows, its text alternative, and its exported files. */
import { beforeAll, expect, test } from "vitest";
import { fetchHere } from "../../lab/scenarios/scenario.ts";
import { button, chainRow, english, menuItem } from "../../scripts/browsers/panel-page.ts";
import { axeViolations } from "./axe-violations.ts";
import { clipboardText } from "./export-steps.ts";
import { useBrowser } from "./session.ts";

const e2e = useBrowser();

const menuButton = button("pictureMenu");
const origin = () => new URL(e2e.lab.url("shop.test", "/")).origin;

beforeAll(async () => {
  const { lab, page, panel } = e2e;
  const last = lab.url("other.test", "/page?status=405");
  const second = `/redirect?status=308&cors=1&to=${encodeURIComponent(last)}`;
  await fetchHere(page, lab.url("shop.test", `/redirect?status=302&to=${encodeURIComponent(second)}`), {
    method: "POST",
    body: "x",
    mode: "no-cors",
  });
  await fetchHere(page, lab.url("shop.test", "/redirect?status=302&to=/page%3Ftoken%3Ds3cret%26x=%253Cscript%253E"));
  await panel.waitFor(() => document.querySelectorAll(".hop").length === 5);
  await panel.click(chainRow());
  await panel.waitFor(() => document.querySelectorAll(".picture .picture-box").length === 3);
});

test("shows each URL as a box and each kind of redirect as an arrow of its own colour and shape", async () => {
  const seen = await e2e.panel.evaluate(() => {
    const texts = (selector: string) => [...document.querySelectorAll(selector)].map((found) => found.textContent);
    const arrows = [...document.querySelectorAll(".picture-arrow")].map((arrow) => ({
      colour: getComputedStyle(arrow).stroke,
      shafts: arrow.querySelectorAll(".picture-shaft").length,
      dashes: getComputedStyle(arrow.querySelector(".picture-shaft") ?? arrow).strokeDasharray,
    }));
    return { labels: texts(".picture-tag + text"), lines: texts(".chain-picture li"), arrows };
  });
  expect(seen.labels).toEqual(["302 Temporary", "POST → GET", "body lost", "308 Permanent", "other origin"]);
  expect(seen.lines[0]).toMatch(/^Hop 1: POST http:\/\/shop\.test.*: 302 Temporary · POST → GET · body lost$/);
  expect(seen.lines[1]).toMatch(/^Hop 2: GET http:\/\/shop\.test.*: 308 Permanent · other origin$/);
  expect(seen.lines[2]).toMatch(/^Hop 3: GET http:\/\/other\.test.*: 405$/);
  const [temporary, permanent] = seen.arrows;
  expect([temporary?.shafts, permanent?.shafts]).toEqual([1, 2]);
  expect(temporary?.dashes).not.toBe(permanent?.dashes);
  expect(temporary?.colour).not.toBe(permanent?.colour);
});

test("nothing in the picture is wider than its container, even when that is narrow", async () => {
  const { panel } = e2e;
  for (const width of [1400, 700, 360]) {
    await panel.setSize(width, 700);
    const over = await panel.waitFor(() => {
      const svg = document.querySelector(".picture");
      const place = document.querySelector(".chain-picture")?.getBoundingClientRect();
      if (svg === null || place === undefined) return undefined;
      const right = Math.min(place.right, svg.getBoundingClientRect().right) + 1;
      const wide = [...svg.querySelectorAll("text, rect")].filter((part) => part.getBoundingClientRect().right > right);
      // Rendered again when the container has its new size.
      return Math.abs(svg.clientWidth - Math.min(place.width, 720)) > 1 ? undefined : { wide: wide.length };
    });
    expect(over).toEqual({ wide: 0 });
  }
  await panel.setSize(1200, 700);
});

test.each(["light", "dark"] as const)("axe finds nothing in the %s theme, with the menu open", async (theme) => {
  const { panel } = e2e;
  await panel.setTheme(theme);
  await openMenu();
  expect(await axeViolations(panel)).toEqual([]);
  await panel.press("Escape");
  await panel.waitFor((name) => document.activeElement?.ariaLabel === name, { args: [english("pictureMenu")] });
  expect(await panel.evaluate(() => document.querySelectorAll("[role=menu], .details").length)).toBe(1);
});

test("the saved SVG is self-contained: well-formed, own colours, generic fonts, no secrets", async () => {
  await e2e.panel.click(chainRow(-1));
  await e2e.panel.waitFor(() => document.querySelectorAll(".picture .picture-box").length === 2);
  await openMenu();
  await e2e.panel.click(menuItem("Save as SVG"));
  const { name, content } = await e2e.savedFile();
  expect(name).toMatch(/^redirects-shop\.test-.*\.svg$/);
  // In the page: the panel's CSP does not allow parsing text into elements.
  const seen = await e2e.page.evaluate((source) => {
    const { documentElement: svg } = new DOMParser().parseFromString(source, "image/svg+xml");
    const all = [...svg.querySelectorAll("*")];
    return {
      root: svg.localName,
      families: [...new Set(all.flatMap((part) => part.getAttribute("font-family") ?? []))].toSorted(),
      names: [...new Set(all.map(({ localName }) => localName))].toSorted(),
      dashes: all.flatMap((part) => part.getAttribute("stroke-dasharray") ?? []),
      desc: svg.querySelector("desc")?.textContent,
    };
  }, content);
  expect(seen).toMatchObject({ root: "svg", families: ["monospace", "sans-serif"] });
  expect(seen.names).toEqual(["desc", "g", "path", "rect", "text", "title"]);
  expect(seen.desc).toContain(`Hop 2: GET ${origin()}/page?token=***&x=%3Cscript%3E: 200`);
  expect(seen.dashes).toHaveLength(1);
  expect(content.match(/s3cret|class=|style=|var\(|url\(/)).toBeNull();
});

test("copied as SVG and as PNG, saved as PNG", async () => {
  const { panel } = e2e;
  await openMenu();
  await panel.click(menuItem("Copy as SVG"));
  await said("Copied as SVG.");
  expect(await clipboardText(panel)).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg".*<\/svg>$/s);
  await openMenu();
  await panel.click(menuItem("Copy as PNG"));
  await said("Copied as PNG.");
  await openMenu();
  await panel.click(menuItem("Save as PNG"));
  const { name, content } = await e2e.savedFile();
  expect(name).toMatch(/\.png$/);
  expect(content.slice(1, 4)).toBe("PNG");
});

async function openMenu(): Promise<void> {
  await e2e.panel.click(menuButton);
  await e2e.panel.waitFor(() => document.activeElement?.getAttribute("role") === "menuitem");
}

async function said(sentence: string): Promise<void> {
  const status = () => e2e.panel.evaluate(() => document.querySelector(".picture-bar [role=status]")?.textContent);
  await expect.poll(status, { timeout: 5_000 }).toBe(sentence);
}

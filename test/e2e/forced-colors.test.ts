/** With forced colors, on and off still differ by shape. */
import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { fetchHere } from "../../lab/scenarios/scenario.ts";
import { useBrowser } from "./session.ts";

const e2e = useBrowser();

test("record, fold, and the tabs of the details", async () => {
  const { lab, page, panel, session } = e2e;
  await fetchHere(page, lab.url("shop.test", "/redirect?status=302&to=/page?forced"));
  await panel.waitFor(() => document.querySelectorAll(".hop").length === 2);
  const own = await session.openExtensionPage(`panel/log/panel.html?tabId=${await session.tabId(page)}`);
  await own.waitForFunction(() => document.querySelectorAll(".hop").length === 2, { polling: 50 });
  await session.forceColors(own);
  await own.waitForFunction(() => matchMedia("(forced-colors: active)").matches, { polling: 50 });
  for (const selector of [".record-sign", ".twisty"]) {
    const before = await pictureOf(own, selector);
    await own.click(selector);
    // Away from the element, so that there is no hover style.
    await own.mouse.move(300, 300);
    await expect.poll(() => pictureOf(own, selector), { message: selector }).not.toBe(before);
    await own.click(selector);
    await own.mouse.move(300, 300);
    await expect.poll(() => pictureOf(own, selector), { message: selector }).toBe(before);
  }
  await own.click(".hop");
  await own.waitForFunction(() => document.querySelector("#tab-headers") !== null, { polling: 50 });
  await own.mouse.move(300, 300);
  const before = await pictureOf(own, "#tab-headers");
  await own.evaluate(() => document.querySelector<HTMLElement>("#tab-headers")?.click());
  await expect.poll(() => pictureOf(own, "#tab-headers")).not.toBe(before);
  await own.close();
});

async function pictureOf(own: Page, selector: string): Promise<string> {
  const element = await own.$(selector);
  return (await element?.screenshot({ encoding: "base64" })) ?? "";
}

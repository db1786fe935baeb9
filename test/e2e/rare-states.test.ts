/** Rare states: a full log, and a background that cannot be reached for a while. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { axeViolationsInBothThemes } from "./axe-violations.ts";
import { useBrowser } from "./session.ts";

/** Number of ports that are closed as soon as they open, as when a background crashes at its start. */
const refusals = 7;

const e2e = useBrowser({ change: refusePanels });

test("no connection: a notice while it lasts; then the notice disappears, and hops are recorded", async () => {
  const { lab, page, panel } = e2e;
  const sentence = await panel.waitFor(() => document.querySelector(".notice span")?.textContent);
  expect(sentence).toBe("Lost the connection to the recorder. Reconnecting…");
  expect(await axeViolationsInBothThemes(panel)).toEqual([]);
  await panel.waitFor(() => document.querySelector(".notice") === null, { timeoutMs: 30_000 });
  await page.evaluate(
    (url) => fetch(url).then(() => undefined),
    lab.url("shop.test", "/redirect?status=302&to=/page?again"),
  );
  await panel.waitFor(() => document.querySelectorAll(".hop").length === 2);
});

test("a full log drops the oldest chains and shows how many", async () => {
  const { lab, page, panel } = e2e;
  // A chain with URLs of 13 kB takes some 52 kB of the log's 6 MiB.
  const count = 140;
  await page.evaluate(
    async (url, most) => {
      const fetchNth = (index: number) => fetch(`${url}${"x".repeat(13_000)}${index}`).then((answer) => answer.text());
      await Promise.all(Array.from({ length: most }, (_, index) => fetchNth(index)));
    },
    lab.url("shop.test", "/redirect?status=302&to=/page?"),
    count,
  );
  const said = await panel.waitFor(() =>
    [...document.querySelectorAll(".status-bar span")]
      .map(({ textContent }) => textContent)
      .find((text) => text.startsWith("The log was full")),
  );
  expect(said).toMatch(/^The log was full: the (?:\d+ oldest chains were|oldest chain was) dropped$/);
  const dropped = () =>
    panel.evaluate(() => {
      const all = document.querySelector(".status-bar")?.textContent ?? "";
      return Number(/the (\d+) oldest/.exec(all)?.[1]) + Number(/^\d+/.exec(all)?.[0]);
    });
  // Including that of the previous test.
  await expect.poll(dropped, { timeout: 20_000 }).toBe(count + 1);
  expect(await axeViolationsInBothThemes(panel)).toEqual([]);
});

/** The background of this copy rejects the first connections. */
async function refusePanels(folder: string): Promise<void> {
  const file = join(folder, "src/background.js");
  const refuse = `
    let refusals = ${refusals};
    const { onConnect } = (globalThis.browser ?? chrome).runtime;
    const add = onConnect.addListener.bind(onConnect);
    onConnect.addListener = (listener) => add((port) => {
      refusals -= 1;
      if (refusals < 0) listener(port);
      else port.disconnect();
    });
  `;
  await writeFile(file, refuse + (await readFile(file, "utf8")));
}

/**
 * The demo where nobody watches: walks the lab's tour (or visits one address) in front of the real DevTools panel,
 * prints the hops that the panel shows and saves its picture.
 */
import { mkdir } from "node:fs/promises";
import { join, relative } from "node:path";
import type { Page } from "puppeteer-core";
import type { Lab } from "../lab/server.ts";
import type { BrowserSession, PanelHandle } from "./browsers/browser-session.ts";
import { waitUntil } from "./browsers/wait-until.ts";
import { root } from "./build-extension.ts";
import { column, formatChains, readChains, type ShownChain } from "./hop-table.ts";
import { step } from "./progress.ts";
import { walkTour } from "./demo-script.ts";

/** Gives the exit code. */
export async function runHeadlessDemo(session: BrowserSession, lab: Lab, url: string | undefined): Promise<number> {
  const { page, panel } = await step("Opening DevTools on the panel", async () => {
    const newPage = await session.newPage();
    const openedPanel = await session.openPanel(newPage);
    await preserveLog(openedPanel);
    return { page: newPage, panel: openedPanel };
  });
  let chains: readonly ShownChain[];
  if (url === undefined) {
    console.log("Walking through the lab:");
    chains = await walkTour({
      stage: { lab, page, visit: (address) => session.visit(page, address) },
      panel,
      browserName: session.name,
    });
  } else {
    chains = await step(`Visiting ${url}`, () => visitUrl(session, page, panel, url));
  }
  console.log(chains.length > 0 ? `\n${formatChains(chains)}\n` : "\nThe panel lists no redirect.\n");
  console.log(`The picture of the panel is ${await savePicture(session, panel)}.`);

  const errors = await session.consoleErrors();
  if (errors.length === 0) return 0;
  console.error(`The extension wrote errors to the console of ${session.version}:\n${errors.join("\n")}`);
  return 1;
}

/** So that the list keeps what earlier pages did. */
async function preserveLog(panel: PanelHandle): Promise<void> {
  await panel.click('.toolbar input[type="checkbox"]');
  await panel.waitFor(() => document.querySelector<HTMLInputElement>('.toolbar input[type="checkbox"]')?.checked);
}

async function visitUrl(
  session: BrowserSession,
  page: Page,
  panel: PanelHandle,
  url: string,
): Promise<readonly ShownChain[]> {
  const failure = await session.visit(page, url);
  let chains = await readChains(panel);
  // The end of the load is no news to the panel: wait until it says nothing new for a while.
  await waitUntil(
    async () => {
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      const before = JSON.stringify(chains);
      chains = await readChains(panel);
      const isPending = chains.some(({ hops }) => hops.some((cells) => cells[column.status] === "Pending"));
      return !isPending && JSON.stringify(chains) === before;
    },
    () => `${url} was still loading after half a minute`,
    30_000,
  );
  // A page that ends badly after some redirects is what the panel is for.
  if (failure !== undefined && chains.length === 0) throw new Error(`${url} could not be loaded: ${failure}.`);
  return chains;
}

/** High enough for every row, so that the picture shows what the table says. */
async function savePicture(session: BrowserSession, panel: PanelHandle): Promise<string> {
  const file = join(root, "out", `redirects-${session.name}.png`);
  await mkdir(join(root, "out"), { recursive: true });
  const [width, height, mostHeight] = [1200, 700, 1600];
  await panel.setSize(width, height);
  const hiddenHeight = await panel.evaluate(() => {
    const list = document.querySelector(".list");
    return list === null ? 0 : list.scrollHeight - list.clientHeight;
  });
  await panel.setSize(width, Math.min(mostHeight, height + hiddenHeight));
  await panel.screenshot(file);
  return relative(process.cwd(), file);
}

/**
 * The demo without a window: runs the demo script (or visits one address) with the real DevTools panel open, prints the
 * hops that the panel shows and saves a screenshot of it.
 */
import { mkdir } from "node:fs/promises";
import { join, relative } from "node:path";
import type { BrowserSession, PanelHandle } from "./browsers/browser-session.ts";
import { checkbox, columns, readChains } from "./browsers/panel-page.ts";
import { waitUntil } from "./browsers/wait-until.ts";
import type { OpenLab } from "./browsers/with-lab.ts";
import { root } from "./build-extension.ts";
import { runDemoScript } from "./demo-script.ts";
import { formatChains } from "./hop-table.ts";
import { step } from "./progress.ts";

/** Returns the exit code. */
export async function runHeadlessDemo(opened: OpenLab, url: string | undefined): Promise<number> {
  const { session } = opened;
  const panel = await step("Opening DevTools on the panel", async () => {
    const openedPanel = await opened.openPanel();
    // So that the list keeps what earlier pages did.
    await openedPanel.click(checkbox("preserveLog"));
    await openedPanel.waitFor(() => document.querySelector<HTMLInputElement>(".preserve-log input")?.checked);
    return openedPanel;
  });
  if (url === undefined) {
    console.log("Running the demo script in the lab:");
    await runDemoScript(opened, panel, session.name);
  } else {
    await step(`Visiting ${url}`, () => visitUrl(opened, panel, url));
  }
  const chains = await readChains(panel);
  console.log(chains.length > 0 ? `\n${formatChains(chains)}\n` : "\nThe panel lists no redirect.\n");
  console.log(`The screenshot of the panel is ${await saveScreenshot(session, panel)}.`);

  const errors = await session.consoleErrors();
  if (errors.length === 0) return 0;
  console.error(`The extension wrote errors to the console of ${session.version}:\n${errors.join("\n")}`);
  return 1;
}

async function visitUrl({ visit }: OpenLab, panel: PanelHandle, url: string): Promise<void> {
  const failure = await visit(url);
  const statusAt = Object.keys(columns).indexOf("status");
  let chains = await readChains(panel);
  // The panel shows no end of a load: wait until it shows nothing new for a second.
  await waitUntil(
    async () => {
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      const before = JSON.stringify(chains);
      chains = await readChains(panel);
      const isPending = chains.some(({ hops }) => hops.some((cells) => cells[statusAt] === "Pending"));
      return !isPending && JSON.stringify(chains) === before;
    },
    () => `${url} was still loading after half a minute`,
    30_000,
  );
  // A page that fails after some redirects is what the panel is for.
  if (failure !== undefined && chains.length === 0) throw new Error(`${url} could not be loaded: ${failure}.`);
}

/** Tall enough for every row, so that the screenshot shows what the table says. */
async function saveScreenshot(session: BrowserSession, panel: PanelHandle): Promise<string> {
  const file = join(root, "out", `redirects-${session.name}.png`);
  await mkdir(join(root, "out"), { recursive: true });
  const [width, height, maxHeight] = [1200, 700, 1600];
  await panel.setSize(width, height);
  const hiddenHeight = await panel.evaluate(() => {
    const list = document.querySelector(".list");
    return list === null ? 0 : list.scrollHeight - list.clientHeight;
  });
  await panel.setSize(width, Math.min(maxHeight, height + hiddenHeight));
  await panel.screenshot(file);
  return relative(process.cwd(), file);
}

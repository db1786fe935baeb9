/** Reads the rows of the panel, chain by chain. */
import { expect } from "vitest";
import type { ExpectedChain, ExpectedHop } from "../../lab/scenarios/scenario.ts";
import type { PanelHandle } from "../../scripts/browsers/browser-session.ts";

export function readChains(panel: PanelHandle): Promise<ExpectedChain[]> {
  return panel.evaluate(chainsInDocument);
}

/** Waits until the panel lists just these chains; when it does not, shows what it lists in their place. */
export async function expectChains(panel: PanelHandle, expected: readonly ExpectedChain[]): Promise<void> {
  const inOrder = ({ status, method, body, seo, url }: ExpectedHop) => ({ status, method, body, seo, url });
  const rows = expected.map((chain) => chain.map(inOrder));
  await panel.waitFor(chainsInDocument, { equals: rows, timeoutMs: 15_000 }).catch(() => undefined);
  expect(await readChains(panel)).toEqual(rows);
}

export async function clearLog(panel: PanelHandle): Promise<void> {
  await panel.click(".toolbar button:nth-of-type(2)");
  await expectChains(panel, []);
}

/** Runs in the panel. */
function chainsInDocument(): ExpectedHop[][] {
  const chains: ExpectedHop[][] = [];
  for (const row of document.querySelectorAll("[role=treegrid] [role=row]")) {
    if (row.classList.contains("chain")) chains.push([]);
    if (!row.classList.contains("hop")) continue;
    const textOf = (column: string) =>
      (row.querySelector(`[data-column=${column}]`)?.textContent ?? "").trim().replaceAll(/\s+/g, " ");
    chains.at(-1)?.push({
      status: textOf("status"),
      method: textOf("method"),
      body: textOf("body") as ExpectedHop["body"],
      seo: textOf("seo") as ExpectedHop["seo"],
      url: row.querySelector(".url")?.getAttribute("title") ?? textOf("url"),
    });
  }
  return chains;
}

/** What the tests expect of the panel's list. */
import { expect } from "vitest";
import type { ExpectedChain, ExpectedHop } from "../../lab/scenarios/scenario.ts";
import type { PanelHandle } from "../../scripts/browsers/browser-session.ts";
import { button, waitForHops } from "../../scripts/browsers/panel-page.ts";

/** Waits until the panel lists exactly these chains; when it does not, the test shows what it lists instead. */
export async function expectChains(panel: PanelHandle, expected: readonly ExpectedChain[]): Promise<void> {
  const inOrder = ({ status, method, body, seo, url }: ExpectedHop) => ({ status, method, body, seo, url });
  const rows = expected.map((chain) => chain.map(inOrder));
  expect(await waitForHops(panel, rows, 15_000)).toEqual(rows);
}

export async function clearLog(panel: PanelHandle): Promise<void> {
  await panel.click(button("clear"));
  await expectChains(panel, []);
}

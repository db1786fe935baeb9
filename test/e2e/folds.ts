/** The sections of the details that are closed until the user opens them. */
import type { PanelHandle } from "../../scripts/browsers/browser-session.ts";

export async function openFolds(panel: PanelHandle): Promise<void> {
  await panel.evaluate(() => {
    for (const fold of document.querySelectorAll<HTMLDetailsElement>(".details details")) fold.open = true;
  });
}

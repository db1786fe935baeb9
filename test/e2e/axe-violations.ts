/** The axe-core violations of the panel in its current state: rule and element. */
import axe from "axe-core";
import type { PanelHandle } from "../../scripts/browsers/browser-session.ts";

/** In both themes; the theme is light afterwards. */
export async function axeViolationsInBothThemes(panel: PanelHandle): Promise<string[]> {
  const found = [];
  for (const theme of ["dark", "light"] as const) {
    await panel.setTheme(theme);
    await panel.waitFor((isDark) => matchMedia("(prefers-color-scheme: dark)").matches === isDark, {
      args: [theme === "dark"] as const,
    });
    found.push(...(await axeViolations(panel)).map((violation) => `${theme}: ${violation}`));
  }
  return found;
}

/** A DevTools panel, or a page of puppeteer's. */
interface EvaluatesInPage {
  evaluate(fn: (source: string) => Promise<string[]>, source: string): Promise<string[]>;
}

/** Of a DevTools panel, or of a tab that shows the panel's page. */
export function axeViolations(panel: EvaluatesInPage): Promise<string[]> {
  return panel.evaluate(async (source) => {
    const { axe: checker } = globalThis as { axe?: typeof axe };
    // oxlint-disable-next-line no-eval -- axe-core is a source that must run in the page it checks
    if (checker === undefined) (0, eval)(source);
    const { violations: found } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document);
    return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
  }, axe.source);
}

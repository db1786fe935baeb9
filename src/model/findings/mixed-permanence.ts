/** A crawler meets permanent and temporary redirects in one chain. Speaks at once: no later hop takes it back. */
import { crawlerRedirects } from "./crawler-redirects.ts";
import type { FindFindings } from "./finding.ts";
import { shownUrl } from "./text-values.ts";

export const findMixedPermanence: FindFindings = (chain) => {
  const redirects = crawlerRedirects(chain);
  const temporary = redirects.find(({ meaning }) => meaning === "temporary");
  if (temporary === undefined || redirects.every(({ meaning }) => meaning === "temporary")) return [];
  const values = [shownUrl(temporary.hop.url)];
  return [{ id: "mixed-permanence", severity: "warning", hop: temporary.index, values }];
};

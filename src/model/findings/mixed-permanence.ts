/** Permanent and temporary redirects in one chain. Reported while the chain is pending: no later hop can change it. */
import { google } from "./sources.ts";
import { crawlerRedirects } from "./crawler-redirects.ts";
import { defineFinding } from "./rule.ts";
import { shownUrl } from "./message-values.ts";

export const mixedPermanence = defineFinding({
  id: "mixed-permanence",
  severities: ["warning"],
  source: `${google}/301-redirects`,
  recipes: ["permanent"],
  find: (chain) => {
    const redirects = crawlerRedirects(chain);
    const temporary = redirects.find(({ meaning }) => meaning === "temporary");
    if (temporary === undefined || redirects.every(({ meaning }) => meaning === "temporary")) return [];
    const values = [shownUrl(temporary.hop.url)];
    return [{ hop: temporary.index, values }];
  },
});

/**
 * A page of the site redirects to its home page. Silent where the way leads over another site (a login), and for other
 * names of the home page itself.
 */
import { google } from "./sources.ts";
import { parseUrl } from "../location-url.ts";
import { lastHop } from "../redirect-chain.ts";
import { finalAnswer, isDocument, isSuccess } from "./chain-end.ts";
import { isSameSite } from "./compare-urls.ts";
import { crawlerRedirects, isReading } from "./crawler-redirects.ts";
import { defineFinding } from "./rule.ts";
import { shownUrl } from "./text-values.ts";

const homeNames = /^\/(?:(?:index|default|home)(?:\.\w+)?\/?)?$/i;

export const redirectToHome = defineFinding({
  id: "redirect-to-home",
  severities: ["warning"],
  source: `${google}/site-move-with-url-changes`,
  recipes: ["permanent"],
  find: (chain) => {
    const [first] = chain.hops;
    const redirect = crawlerRedirects(chain).at(-1);
    if (
      chain.beginningMissed === true ||
      !isDocument(chain) ||
      !isSuccess(finalAnswer(chain)) ||
      redirect === undefined
    )
      return [];
    const from = parseUrl(first.url);
    const to = parseUrl(lastHop(chain).url);
    if (from === undefined || to === undefined || to.pathname !== "/" || homeNames.test(from.pathname)) return [];
    // A query of its own makes it another page than the home page.
    if (to.search !== "" && to.search !== from.search) return [];
    const staysOnSite = chain.hops.every((hop) => isReading(hop) && isSameSite(hop.url, first.url));
    return staysOnSite ? [{ hop: redirect.index, values: [shownUrl(first.url)] }] : [];
  },
});

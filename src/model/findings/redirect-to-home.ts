/**
 * A page redirects to the home page of the same site, or of the site that it moved to. Not reported for chains through
 * another site (a sign-in), or for variants of the home page itself.
 */
import { parseUrl } from "../url/location-url.ts";
import { lastHop, type Chain } from "../chain/redirect-chain.ts";
import { finalAnswer, isDocument, isSuccess } from "./chain-outcome.ts";
import { isSameSite } from "../url/compare-urls.ts";
import { crawlerRedirects, isGetOrHead } from "./crawler-redirects.ts";
import { queryParameters } from "../url/query-parameters.ts";
import { defineFinding } from "./rule.ts";
import { google } from "./sources.ts";
import { shownUrl } from "./message-values.ts";

export const redirectToHome = defineFinding({
  id: "redirect-to-home",
  severities: ["warning"],
  source: `${google}/site-move-with-url-changes`,
  recipes: ["permanent"],
  whatVariants: ["moved"],
  fixVariants: { moved: ["permanent"] },
  find: (chain) => {
    const [first] = chain.hops;
    const redirect = crawlerRedirects(chain).at(-1);
    const isKnown = chain.beginningMissed !== true && isDocument(chain) && isSuccess(finalAnswer(chain));
    if (!isKnown || redirect === undefined || !chain.hops.every(isGetOrHead)) return [];
    const lastUrl = lastHop(chain).url;
    if (isHome(first.url) || !isHome(lastUrl) || isOtherPage(first.url, lastUrl)) return [];
    const occurrence = { hop: redirect.index, values: [shownUrl(first.url)] };
    if (chain.hops.every(({ url }) => isSameSite(url, first.url))) return [occurrence];
    return isMove(chain, redirect.meaning) ? [{ ...occurrence, what: "moved", fix: "moved" }] : [];
  },
});

const homeNames = /^\/(?:(?:index|default|home|main|start|startseite|inicio|accueil)(?:\.\w+)?\/?)?$/i;
/** A language or a locale as the only segment: `/de/`, `/pt-br`, `/en_US/`. */
const languageSegment = /^\/[a-z]{2}(?:[-_][a-z]{2})?(?:\/(?:(?:index|default|home)(?:\.\w+)?\/?)?)?$/i;

function isHome(url: string): boolean {
  const path = parseUrl(url)?.pathname ?? "";
  return homeNames.test(path) || languageSegment.test(path);
}

/** A different query makes it another page than the home page, unless the query only names an error. */
function isOtherPage(fromUrl: string, toUrl: string): boolean {
  const [from, to] = [parseUrl(fromUrl), parseUrl(toUrl)];
  if (to === undefined || to.search === "" || to.search === from?.search) return false;
  return !queryParameters(toUrl).every(
    ({ name, value }) => isErrorWord(name) || isErrorWord(value) || isTracking(name),
  );
}

function isErrorWord(text: string): boolean {
  return /(?:^|[^a-z])(?:error|err|404|410|not-?_?found|missing|gone|deleted|expired|unavailable|invalid)(?:[^a-z]|$)/i.test(
    text,
  );
}

function isTracking(name: string): boolean {
  return /^(?:utm_\w+|gclid|fbclid|ref|source|src|from)$/i.test(name);
}

/** A permanent move from one site to another, without a third site in between. */
function isMove({ hops }: Chain, meaning: "permanent" | "temporary"): boolean {
  const [first] = hops;
  const changed = hops.findIndex(({ url }) => !isSameSite(url, first.url));
  const target = hops[changed]?.url ?? "";
  return meaning === "permanent" && hops.slice(changed).every(({ url }) => isSameSite(url, target));
}

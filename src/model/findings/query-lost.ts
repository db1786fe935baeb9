/**
 * Parameters of the first URL's query that the last URL has no more. What Location leaves out counts, not what a browser
 * strips by itself (Firefox: `privacy.query_stripping.redirect`).
 */
import { rfc9110 } from "./sources.ts";
import { isCut } from "../url/cut-text.ts";
import { lastHop } from "../chain/redirect-chain.ts";
import { finalAnswer } from "./chain-outcome.ts";
import { isReading } from "./crawler-redirects.ts";
import { defineFinding } from "./rule.ts";
import { queryParameters } from "../url/query-parameters.ts";
import { serverRedirects } from "./server-redirects.ts";
import { listed } from "./message-values.ts";

export const queryLost = defineFinding({
  id: "query-lost",
  severities: ["info"],
  source: `${rfc9110}#section-10.2.2`,
  recipes: ["permanent", "keep-method"],
  find: (chain) => {
    const [first] = chain.hops;
    if (chain.beginningMissed === true || finalAnswer(chain) === undefined || !isReading(first)) return [];
    // What comes after a cut is not known.
    if (chain.hops.some(({ url }) => isCut(url))) return [];
    const kept = namesIn(lastHop(chain).url);
    const lost = [...namesIn(first.url)].filter((name) => !kept.has(name));
    if (lost.length === 0) return [];
    const redirects = serverRedirects(chain).map(({ hop, index, target }) => ({
      index,
      from: namesIn(hop.url),
      to: namesIn(target),
    }));
    const dropped = lost.flatMap((name) => {
      // The server's redirect that had the parameter in its URL and not in its target.
      const index = redirects.find(({ from, to }) => from.has(name) && !to.has(name))?.index;
      return index === undefined ? [] : [{ name, index }];
    });
    if (dropped.length === 0) return [];
    const index = Math.min(...dropped.map((place) => place.index));
    return [{ hop: index, values: [listed(dropped.map(({ name }) => name))] }];
  },
});

function namesIn(url: string): ReadonlySet<string> {
  return new Set(queryParameters(url).map(({ name }) => name));
}

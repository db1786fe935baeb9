/**
 * Query parameters of the first URL that are missing from the last URL. Only parameters missing from a Location count,
 * not those that a browser strips itself.
 */
import { rfc9110 } from "./sources.ts";
import { isCut } from "../url/cut-text.ts";
import { lastHop } from "../chain/redirect-chain.ts";
import { finalAnswer } from "./chain-outcome.ts";
import { isGetOrHead } from "./crawler-redirects.ts";
import { defineFinding } from "./rule.ts";
import { queryParameters } from "../url/query-parameters.ts";
import { serverRedirects } from "./server-redirects.ts";
import { joinNames } from "./message-values.ts";

export const queryLost = defineFinding({
  id: "query-lost",
  severities: ["info"],
  source: `${rfc9110}#section-10.2.2`,
  recipes: ["permanent", "keep-method"],
  find: (chain) => {
    const [first] = chain.hops;
    if (chain.beginningMissed === true || finalAnswer(chain) === undefined || !isGetOrHead(first)) return [];
    // The parameters of a truncated URL are unknown.
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
      // The server redirect with the parameter in its URL but not in its target.
      const index = redirects.find(({ from, to }) => from.has(name) && !to.has(name))?.index;
      return index === undefined ? [] : [{ name, index }];
    });
    if (dropped.length === 0) return [];
    const index = Math.min(...dropped.map((place) => place.index));
    return [{ hop: index, values: [joinNames(dropped.map(({ name }) => name))] }];
  },
});

function namesIn(url: string): ReadonlySet<string> {
  return new Set(queryParameters(url).map(({ name }) => name));
}

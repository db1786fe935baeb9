/**
 * Parameters of the first URL's query that the last URL has no more. What Location leaves out counts, not what a browser
 * strips by itself (Firefox: `privacy.query_stripping.redirect`).
 */
import { lastHop, type Chain } from "../redirect-chain.ts";
import { finalAnswer } from "./chain-end.ts";
import { isReading } from "./crawler-redirects.ts";
import type { FindFindings } from "./finding.ts";
import { queryParameters } from "./query-parameters.ts";
import { serverRedirects } from "./server-redirects.ts";
import { listed } from "./text-values.ts";

export const findQueryLost: FindFindings = (chain) => {
  const [first] = chain.hops;
  if (chain.beginningMissed === true || finalAnswer(chain) === undefined || !isReading(first)) return [];
  const kept = namesIn(lastHop(chain).url);
  const lost = [...namesIn(first.url)].filter((name) => !kept.has(name));
  const places = lost.map((name) => ({ name, index: droppedAt(chain, name) }));
  const dropped = places.flatMap(({ name, index }) => (index === undefined ? [] : [{ name, index }]));
  if (dropped.length === 0) return [];
  const index = Math.min(...dropped.map((place) => place.index));
  return [{ id: "query-lost", severity: "info", hop: index, values: [listed(dropped.map(({ name }) => name))] }];
};

/** The server's redirect that had the parameter in its URL and not in its target. */
function droppedAt(chain: Chain, name: string): number | undefined {
  return serverRedirects(chain).find(({ hop, target }) => namesIn(hop.url).has(name) && !namesIn(target).has(name))
    ?.index;
}

function namesIn(url: string): ReadonlySet<string> {
  return new Set(queryParameters(url).map(({ name }) => name));
}

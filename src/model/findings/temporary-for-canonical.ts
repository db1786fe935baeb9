/**
 * A temporary redirect that only writes the URL in another way: such rules are meant to stay. Silent where the chain comes
 * back to the URL: then it was no rule of writing, but a cookie or a loop.
 */
import { google } from "./sources.ts";
import { isSameResource } from "../url/location-url.ts";
import type { Hop } from "../chain/redirect-chain.ts";
import { statusFacts } from "../meaning/redirect-status.ts";
import { isOver } from "./chain-outcome.ts";
import { isRespelled } from "../url/compare-urls.ts";
import { isReading } from "./crawler-redirects.ts";
import { defineFinding } from "./rule.ts";
import { serverRedirects } from "./server-redirects.ts";

export const temporaryForCanonical = defineFinding({
  id: "temporary-for-canonical",
  severities: ["warning"],
  source: `${google}/301-redirects`,
  recipes: ["one-host"],
  find: (chain) =>
    isOver(chain)
      ? serverRedirects(chain)
          .filter(
            ({ hop, index, status, target }) =>
              isReading(hop) &&
              statusFacts[status].permanence === "temporary" &&
              isRespelled(hop.url, target) &&
              !comesBack(chain.hops, index, target),
          )
          .map(({ index, status }) => ({
            hop: index,
            values: [String(status)],
          }))
      : [],
});

function comesBack(hops: readonly Hop[], index: number, target: string): boolean {
  return hops.some(
    ({ url }, at) =>
      (at > index && isSameResource(url, hops[index]?.url ?? "")) || (at < index && isSameResource(url, target)),
  );
}

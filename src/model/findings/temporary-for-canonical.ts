/**
 * A temporary redirect to a variant of the same URL: such rules are usually permanent. Not reported if the chain
 * returns to the URL: then it's a cookie check or a loop.
 */
import { google } from "./sources.ts";
import { isSameResource } from "../url/location-url.ts";
import type { Hop } from "../chain/redirect-chain.ts";
import { statusFacts } from "../meaning/redirect-status.ts";
import { isFinished } from "./chain-outcome.ts";
import { isUrlVariant } from "../url/compare-urls.ts";
import { isGetOrHead } from "./crawler-redirects.ts";
import { defineFinding } from "./rule.ts";
import { serverRedirects } from "./server-redirects.ts";

export const temporaryForCanonical = defineFinding({
  id: "temporary-for-canonical",
  severities: ["warning"],
  source: `${google}/301-redirects`,
  recipes: ["one-host"],
  find: (chain) =>
    isFinished(chain)
      ? serverRedirects(chain)
          .filter(
            ({ hop, index, status, target }) =>
              isGetOrHead(hop) &&
              statusFacts[status].permanence === "temporary" &&
              isUrlVariant(hop.url, target) &&
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

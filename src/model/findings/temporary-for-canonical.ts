/**
 * A temporary redirect that only writes the URL in another way: such rules are meant to stay. Silent where the chain comes
 * back to the URL: then it was no rule of writing, but a cookie or a loop.
 */
import { isSameResource } from "../location-url.ts";
import type { Hop } from "../redirect-chain.ts";
import { statusFacts } from "../redirect-status.ts";
import { isOver } from "./chain-end.ts";
import { isRespelled } from "./compare-urls.ts";
import { isReading } from "./crawler-redirects.ts";
import type { FindFindings } from "./finding.ts";
import { serverRedirects } from "./server-redirects.ts";

export const findTemporaryForCanonical: FindFindings = (chain) =>
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
          id: "temporary-for-canonical",
          severity: "warning",
          hop: index,
          values: [String(status)],
        }))
    : [];

function comesBack(hops: readonly Hop[], index: number, target: string): boolean {
  return hops.some(
    ({ url }, at) =>
      (at > index && isSameResource(url, hops[index]?.url ?? "")) || (at < index && isSameResource(url, target)),
  );
}

/** The browser gave up at its limit, on a request that it had made before. */
import { isSameResource } from "../location-url.ts";
import { lastHop } from "../redirect-chain.ts";
import { gaveUpAtLimit } from "./chain-end.ts";
import type { FindFindings } from "./finding.ts";
import { shownUrl } from "./text-values.ts";

export const findLoop: FindFindings = (chain) => {
  if (!gaveUpAtLimit(chain)) return [];
  const last = lastHop(chain);
  const first = chain.hops.findIndex((hop) => hop.method === last.method && isSameResource(hop.url, last.url));
  const isBack = first !== chain.hops.length - 1;
  return isBack ? [{ id: "loop", severity: "error", hop: first, values: [shownUrl(last.url)] }] : [];
};

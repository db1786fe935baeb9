/** The next hop was seen with another method than this one. */
import { followedHops, type FindFindings } from "./finding.ts";
import { isPostRedirectGet } from "./post-redirect-get.ts";

export const findMethodChanged: FindFindings = (chain) =>
  followedHops(chain)
    .filter(({ hop, next }) => hop.method !== next.method)
    .map(({ index }) => ({
      id: "method-changed",
      severity: isPostRedirectGet(chain, index) ? "info" : "warning",
      hop: index,
    }));

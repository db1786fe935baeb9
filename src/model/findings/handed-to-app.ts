/**
 * A page or frame is redirected to a URL with another scheme (`myapp://…`): the browser passes it to an app, if one is
 * installed.
 */
import { isWebUrl, locationUrl } from "../url/location-url.ts";
import { answerOf, headerValue, type Chain, type Hop } from "../chain/redirect-chain.ts";
import { isRedirectStatus } from "../meaning/redirect-status.ts";
import { defineFinding } from "./rule.ts";
import { fetchStandard } from "./sources.ts";
import { shownUrl } from "./message-values.ts";
import { looksLikeHost } from "./location-without-scheme.ts";

export const handedToApp = defineFinding({
  id: "handed-to-app",
  severities: ["info"],
  source: `${fetchStandard}#http-scheme`,
  find: (chain) => {
    if (!documentTypes.has(chain.resourceType)) return [];
    return chain.hops.flatMap((hop, index) => {
      const url = appUrl(hop, chain);
      return url === undefined ? [] : [{ hop: index, values: [shownUrl(url)] }];
    });
  },
});

const documentTypes: ReadonlySet<string> = new Set(["main_frame", "sub_frame", "object"]);

function appUrl(hop: Hop, chain: Chain): string | undefined {
  const answer = answerOf(hop);
  if (hop.state === "pending" || answer === undefined || !isRedirectStatus(answer.status)) return undefined;
  const location = headerValue(answer.headers, "location");
  const url = hop.state === "redirected" ? hop.redirectUrl : location;
  if (url === undefined || isWebUrl(url) || looksLikeHost(location ?? url, chain)) return undefined;
  const target = locationUrl(url, hop.url);
  const isOtherScheme = "problem" in target && target.problem === "not-http";
  // Browsers reject these schemes in a server redirect.
  return isOtherScheme && !/^\s*(?:data|javascript|about|blob|file|view-source):/i.test(url) ? url.trim() : undefined;
}

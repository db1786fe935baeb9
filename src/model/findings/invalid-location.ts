/** A Location that isn't a valid URL, or has a scheme that browsers reject in a server redirect. */
import { fetchStandard } from "./sources.ts";
import { redirectErrors } from "../chain/listed-chain.ts";
import { locationUrl } from "../url/location-url.ts";
import { answerOf, headerValue, notHttp, type Chain, type Hop } from "../chain/redirect-chain.ts";
import { isRedirectStatus } from "../meaning/redirect-status.ts";
import { looksLikeHost } from "./location-without-scheme.ts";
import { defineFinding } from "./rule.ts";
import { shownUrl } from "./message-values.ts";

export const invalidLocation = defineFinding({
  id: "invalid-location",
  severities: ["error"],
  source: `${fetchStandard}#http-redirect-fetch`,
  find: (chain) =>
    chain.hops.flatMap((hop, index) => {
      const refused = refusedLocation(hop, chain);
      return refused === undefined ? [] : [{ hop: index, values: [shownUrl(refused)] }];
    }),
});

/** The rejected Location, or the error that implies one if the browser doesn't report the Location. */
function refusedLocation(hop: Hop, chain: Chain): string | undefined {
  const { resourceType } = chain;
  // Reported by location-without-scheme, which explains the mistake.
  if (looksLikeHost(headerValue(answerOf(hop)?.headers, "location")?.trim() ?? "", chain)) return undefined;
  if (hop.state === "redirected") {
    if (hop.source !== "server" || hop.stoppedBy === undefined) return undefined;
    // A tab or frame can be handed to an app; other resources fail to load (Fetch, "HTTP-redirect fetch", step 6).
    const isLoad = hop.stoppedBy === notHttp && !["main_frame", "sub_frame", "object"].includes(resourceType);
    return isLoad || isNeverFollowed(hop.redirectUrl) ? hop.redirectUrl : undefined;
  }
  if (hop.state === "pending") return undefined;
  const answer = answerOf(hop);
  const location = headerValue(answer?.headers, "location");
  if (hop.state === "failed" && redirectErrors.has(hop.error)) return location ?? hop.error;
  if (location === undefined || !isRedirectStatus(answer?.status ?? 0)) return undefined;
  const target = locationUrl(location, hop.url);
  if ("url" in target) return undefined;
  // An app's scheme (`myapp://…`) can be handed to that app: it was rejected only if the hop failed.
  const isRefused = target.problem === "unparsable" || hop.state === "failed" || isNeverFollowed(location);
  return isRefused ? location : undefined;
}

function isNeverFollowed(url: string): boolean {
  return /^\s*(?:data|javascript):/i.test(url);
}

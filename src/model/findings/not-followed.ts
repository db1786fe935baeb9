/**
 * A 3xx with a Location, or a redirect event, that the browser didn't follow. The redirect limit has its own findings.
 * Not reported for another program's file, which may lack the next request.
 */
import { fetchStandard } from "./sources.ts";
import { headerValue, isEndMissing, notHttp } from "../chain/redirect-chain.ts";
import { gaveUpAtLimit } from "./chain-outcome.ts";
import { isWebUrl } from "../url/location-url.ts";
import { handedToApp } from "./handed-to-app.ts";
import { leadsNowhere } from "./leads-nowhere.ts";
import { defineFinding } from "./rule.ts";

export const notFollowed = defineFinding({
  id: "not-followed",
  severities: ["info"],
  source: `${fetchStandard}#redirect-status`,
  find: (chain) =>
    chain.hops.flatMap((hop, index) => {
      const error = hop.state === "redirected" ? hop.stoppedBy : undefined;
      // Network errors and apps' URLs have their own findings.
      const isStopped =
        hop.state === "redirected" &&
        error !== undefined &&
        error !== notHttp &&
        isWebUrl(hop.redirectUrl) &&
        !gaveUpAtLimit(chain) &&
        leadsNowhere.find(chain).length === 0;
      const isShown =
        hop.state === "answered" &&
        !isEndMissing(chain) &&
        hop.answer.status >= 300 &&
        hop.answer.status <= 399 &&
        (headerValue(hop.answer.headers, "location")?.trim() ?? "") !== "" &&
        handedToApp.find(chain).length === 0;
      return isStopped || isShown ? [{ hop: index }] : [];
    }),
});

/** A 3xx with a Location, or a redirect event, that the browser did not follow. (Its limit has findings of its own.) */
import { fetchStandard } from "./sources.ts";
import { headerValue, notHttp } from "../redirect-chain.ts";
import { gaveUpAtLimit } from "./chain-end.ts";
import { defineFinding } from "./rule.ts";

export const notFollowed = defineFinding({
  id: "not-followed",
  severities: ["info"],
  source: `${fetchStandard}#redirect-status`,
  find: (chain) =>
    chain.hops.flatMap((hop, index) => {
      const error = hop.state === "redirected" ? hop.stoppedBy : undefined;
      const isStopped = error !== undefined && error !== notHttp && !gaveUpAtLimit(chain);
      const isShown =
        hop.state === "answered" &&
        hop.answer.status >= 300 &&
        hop.answer.status <= 399 &&
        headerValue(hop.answer.headers, "location") !== undefined;
      return isStopped || isShown ? [{ hop: index }] : [];
    }),
});

/** A redirect status without a Location: there's no target, and the browser shows the response body. */
import { fetchStandard } from "./sources.ts";
import { areHeadersKnown, headerValue } from "../chain/redirect-chain.ts";
import { isRedirectStatus } from "../meaning/redirect-status.ts";
import { defineFinding } from "./rule.ts";

export const missingLocation = defineFinding({
  id: "missing-location",
  severities: ["error"],
  source: `${fetchStandard}#concept-response-location-url`,
  find: (chain) =>
    chain.hops.flatMap((hop, index) =>
      hop.state === "answered" &&
      isRedirectStatus(hop.answer.status) &&
      areHeadersKnown(hop.answer) &&
      headerValue(hop.answer.headers, "location") === undefined
        ? [{ hop: index }]
        : [],
    ),
});

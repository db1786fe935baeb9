/**
 * A redirect with an empty Location. As a URL reference, it refers to the same URL (RFC 3986 §4.4); browsers show the
 * response body, or loop until they give up.
 */
import { answerOf, headerValue } from "../chain/redirect-chain.ts";
import { isRedirectStatus } from "../meaning/redirect-status.ts";
import { defineFinding } from "./rule.ts";

export const emptyLocation = defineFinding({
  id: "empty-location",
  severities: ["error"],
  source: "https://www.rfc-editor.org/rfc/rfc3986#section-4.4",
  find: (chain) =>
    chain.hops.flatMap((hop, index) => {
      const answer = hop.state === "pending" ? undefined : answerOf(hop);
      if (answer === undefined || !isRedirectStatus(answer.status)) return [];
      return headerValue(answer.headers, "location")?.trim() === "" ? [{ hop: index }] : [];
    }),
});

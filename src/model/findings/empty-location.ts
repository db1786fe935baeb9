/**
 * A redirect whose Location has no value. As a URL reference it means the same URL again (RFC 3986 §4.4); browsers show the
 * answer's own page, or go round until they give up.
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

/** The browser stopped at a redirect whose target is forbidden by the requesting page's Content Security Policy. */
import { defineFinding } from "./rule.ts";
import { shownUrl } from "./message-values.ts";

export const blockedByPolicy = defineFinding({
  id: "blocked-by-policy",
  severities: ["error"],
  source: "https://www.w3.org/TR/CSP3/#match-response-to-source-list",
  effects: ["not-followed"],
  find: (chain) =>
    chain.hops.flatMap((hop, index) =>
      hop.state === "redirected" && hop.forbiddenBy !== undefined
        ? [{ hop: index, values: [shownUrl(hop.redirectUrl), hop.forbiddenBy] }]
        : [],
    ),
});

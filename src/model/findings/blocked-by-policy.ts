/** The browser stopped at a redirect, and the Content Security Policy of the page that asked forbids its target. */
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

/**
 * A POST answered with a permanent redirect: rarely intended, because it means that the form's URL has moved
 * permanently.
 */
import { rfc9110 } from "./sources.ts";
import { statusFacts } from "../meaning/redirect-status.ts";
import { defineFinding } from "./rule.ts";
import { serverRedirects } from "./server-redirects.ts";

export const permanentOnPost = defineFinding({
  id: "permanent-on-post",
  severities: ["warning"],
  source: `${rfc9110}#section-15.4.9`,
  recipes: ["keep-method", "see-other"],
  find: (chain) =>
    serverRedirects(chain)
      .filter(({ hop, status }) => hop.method === "POST" && statusFacts[status].permanence === "permanent")
      .map(({ index, status }) => ({
        hop: index,
        values: [String(status)],
      })),
});

/** An internal redirect of the browser: crawlers don't see it, and it hides the server's own response. */
import { isInternal } from "../chain/redirect-chain.ts";
import { hopSeoMeaning } from "../meaning/seo-meaning.ts";
import { defineFinding } from "./rule.ts";

export const internalRedirect = defineFinding({
  id: "internal-redirect",
  severities: ["info"],
  source: "https://www.rfc-editor.org/rfc/rfc6797#section-8.3",
  find: (chain) =>
    chain.hops.flatMap((hop, index) =>
      hop.state === "redirected" && isInternal(hop) && hopSeoMeaning(hop) === "none" ? [{ hop: index }] : [],
    ),
});

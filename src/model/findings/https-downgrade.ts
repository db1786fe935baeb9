/** A server or a page redirects from https to http. Excludes the browser's own fallback after a failed upgrade. */
import { isClientRedirect, type Chain } from "../chain/redirect-chain.ts";
import { defineFinding } from "./rule.ts";
import { serverRedirects } from "./server-redirects.ts";
import { shownUrl } from "./message-values.ts";

export const httpsDowngrade = defineFinding({
  id: "https-downgrade",
  severities: ["error"],
  source: "https://web.dev/articles/why-https-matters",
  recipes: ["one-host"],
  find: (chain) =>
    [...serverRedirects(chain), ...clientRedirects(chain)]
      .filter(({ hop, target }) => hop.url.startsWith("https:") && target.startsWith("http:"))
      .map(({ index, target }) => ({ hop: index, values: [shownUrl(target)] })),
});

function clientRedirects(chain: Chain) {
  return chain.hops.flatMap((hop, index) =>
    hop.state === "redirected" && isClientRedirect(hop) ? [{ hop, index, target: hop.redirectUrl }] : [],
  );
}

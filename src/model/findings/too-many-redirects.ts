/**
 * The browser stopped at its limit of 20 redirects (Fetch, "HTTP-redirect fetch", step 7). Not reported for a loop,
 * whose finding also explains the cause.
 */
import { fetchStandard } from "./sources.ts";
import { gaveUpAtLimit } from "./chain-outcome.ts";
import { defineFinding } from "./rule.ts";
import { findCycle } from "../meaning/loops.ts";

export const tooManyRedirects = defineFinding({
  id: "too-many-redirects",
  severities: ["error"],
  source: `${fetchStandard}#http-redirect-fetch`,
  find: (chain) => (gaveUpAtLimit(chain) && findCycle(chain) === undefined ? [{}] : []),
});

/**
 * The browser gave up at its limit of 20 redirects (Fetch, "HTTP-redirect fetch", step 7). Silent on a loop, whose own
 * finding says the same and why.
 */
import { fetchStandard } from "./sources.ts";
import { gaveUpAtLimit } from "./chain-outcome.ts";
import { defineFinding } from "./rule.ts";
import { circleOf } from "../meaning/loops.ts";

export const tooManyRedirects = defineFinding({
  id: "too-many-redirects",
  severities: ["error"],
  source: `${fetchStandard}#http-redirect-fetch`,
  find: (chain) => (gaveUpAtLimit(chain) && circleOf(chain) === undefined ? [{}] : []),
});

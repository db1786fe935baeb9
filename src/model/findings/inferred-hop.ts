/** A hop for which the browser reported no event. */
import { defineFinding } from "./rule.ts";

export const inferredHop = defineFinding({
  id: "inferred-hop",
  severities: ["info"],
  source: "https://developer.mozilla.org/en-US/docs/Mozilla/Add-ons/WebExtensions/API/webRequest",
  find: (chain) => chain.hops.flatMap((hop, index) => (hop.inferred === true ? [{ hop: index }] : [])),
});

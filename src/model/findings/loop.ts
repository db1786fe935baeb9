/** The chain comes back to a request that it made before, again and again. A redirect to itself has its own finding. */
import { circleOf } from "../meaning/loops.ts";
import { emptyLocation } from "./empty-location.ts";
import { pointsToItself } from "./points-to-itself.ts";
import { defineFinding } from "./rule.ts";
import { rfc9110 } from "./sources.ts";
import { shownUrl } from "./message-values.ts";

export const loop = defineFinding({
  id: "loop",
  severities: ["error"],
  source: `${rfc9110}#section-15.4`,
  whats: ["pages"],
  fixes: { pages: [] },
  find: (chain) => {
    const circle = circleOf(chain);
    if (circle === undefined || pointsToItself.find(chain).length > 0 || emptyLocation.find(chain).length > 0)
      return [];
    const values = [shownUrl(chain.hops[circle.start]?.url ?? "")];
    return [{ hop: circle.start, values, ...(circle.isByPages ? { what: "pages", fix: "pages" } : {}) }];
  },
});

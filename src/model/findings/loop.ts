/** The chain returns to an earlier request again and again. A redirect to itself has its own finding. */
import { findCycle } from "../meaning/loops.ts";
import { emptyLocation } from "./empty-location.ts";
import { pointsToItself } from "./points-to-itself.ts";
import { defineFinding } from "./rule.ts";
import { rfc9110 } from "./sources.ts";
import { shownUrl } from "./message-values.ts";

export const loop = defineFinding({
  id: "loop",
  severities: ["error"],
  source: `${rfc9110}#section-15.4`,
  whatVariants: ["pages"],
  fixVariants: { pages: [] },
  find: (chain) => {
    const cycle = findCycle(chain);
    if (cycle === undefined || pointsToItself.find(chain).length > 0 || emptyLocation.find(chain).length > 0) return [];
    const values = [shownUrl(chain.hops[cycle.start]?.url ?? "")];
    return [{ hop: cycle.start, values, ...(cycle.isClientSide ? { what: "pages", fix: "pages" } : {}) }];
  },
});

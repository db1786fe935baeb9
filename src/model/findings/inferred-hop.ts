/** A hop for which the browser gave no event. */
import type { FindFindings } from "./finding.ts";

export const findInferredHop: FindFindings = (chain) =>
  chain.hops.flatMap((hop, index) =>
    hop.inferred === true ? [{ id: "inferred-hop", severity: "info", hop: index }] : [],
  );

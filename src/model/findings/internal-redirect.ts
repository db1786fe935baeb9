/** A hop that the browser made: no crawler meets it, and it hides what the server would have answered. */
import { isInternal } from "../redirect-chain.ts";
import { hopSeoMeaning } from "../seo-meaning.ts";
import type { FindFindings } from "./finding.ts";

export const findInternalRedirect: FindFindings = (chain) =>
  chain.hops.flatMap((hop, index) =>
    hop.state === "redirected" && isInternal(hop) && hopSeoMeaning(hop) === "none"
      ? [{ id: "internal-redirect", severity: "info", hop: index }]
      : [],
  );

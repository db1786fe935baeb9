/** A redirect status without a Location: there is nowhere to go, and the browser shows the answer's own page. */
import { headerValue } from "../redirect-chain.ts";
import { isRedirectStatus } from "../redirect-status.ts";
import type { FindFindings } from "./finding.ts";

export const findMissingLocation: FindFindings = (chain) =>
  chain.hops.flatMap((hop, index) =>
    hop.state === "answered" &&
    isRedirectStatus(hop.answer.status) &&
    headerValue(hop.answer.headers, "location") === undefined
      ? [{ id: "missing-location", severity: "error", hop: index }]
      : [],
  );

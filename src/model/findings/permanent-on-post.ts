/** A POST answered with a permanent redirect: rarely meant, since it says that the address itself has moved for good. */
import { statusFacts } from "../redirect-status.ts";
import type { FindFindings } from "./finding.ts";
import { serverRedirects } from "./server-redirects.ts";

export const findPermanentOnPost: FindFindings = (chain) =>
  serverRedirects(chain)
    .filter(({ hop, status }) => hop.method === "POST" && statusFacts[status].permanence === "permanent")
    .map(({ index, status }) => ({
      id: "permanent-on-post",
      severity: "warning",
      hop: index,
      values: [String(status)],
    }));

/** The browser gave up at its limit of 20 redirects (Fetch, "HTTP-redirect fetch", step 7). */
import { gaveUpAtLimit } from "./chain-end.ts";
import type { FindFindings } from "./finding.ts";

export const findTooManyRedirects: FindFindings = (chain) =>
  gaveUpAtLimit(chain) ? [{ id: "too-many-redirects", severity: "error" }] : [];

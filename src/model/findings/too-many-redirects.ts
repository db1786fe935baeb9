/**
 * The browser gave up at its limit of 20 redirects (Fetch, "HTTP-redirect fetch", step 7). Silent on a loop, whose own
 * finding says the same and why.
 */
import { gaveUpAtLimit } from "./chain-end.ts";
import type { FindFindings } from "./finding.ts";
import { findLoop } from "./loop.ts";

export const findTooManyRedirects: FindFindings = (chain) =>
  gaveUpAtLimit(chain) && findLoop(chain).length === 0 ? [{ id: "too-many-redirects", severity: "error" }] : [];

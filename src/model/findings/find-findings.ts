/** All findings of a chain, worst first; within a severity in the order of this list, then of the hops. */
import type { Chain } from "../redirect-chain.ts";
import { findBeginningMissed } from "./beginning-missed.ts";
import { findBodyLost } from "./body-lost.ts";
import type { FindFindings, Finding, Severity } from "./finding.ts";
import { findInferredHop } from "./inferred-hop.ts";
import { findInternalRedirect } from "./internal-redirect.ts";
import { findMethodChanged } from "./method-changed.ts";
import { findMissingLocation } from "./missing-location.ts";
import { findNotFollowed } from "./not-followed.ts";
import { findTooManyRedirects } from "./too-many-redirects.ts";

const finders: readonly FindFindings[] = [
  findBodyLost,
  findMethodChanged,
  findTooManyRedirects,
  findMissingLocation,
  findNotFollowed,
  findInternalRedirect,
  findInferredHop,
  findBeginningMissed,
];

const severityOrder: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

export function findFindings(chain: Chain): Finding[] {
  return finders
    .flatMap((find) => find(chain))
    .toSorted((a, b) => severityOrder[a.severity] - severityOrder[b.severity]);
}

/**
 * Finds the page load that a sign belongs to: by document id where the browser gives one, otherwise by URL and by time,
 * never by the order of arrival. `src/webext/quirks/event-order.ts` says which browser needs which rule.
 */
import { chainOutcome, lastHop, type Chain } from "../chain/redirect-chain.ts";
import { isSameResource, isWebUrl } from "../url/location-url.ts";
import type { PageLoad } from "./page-load.ts";

/** A fact about a page load. `url`: of the request, of the committed document, or of the document that sent a message. */
export interface Sign {
  readonly kind: "requested" | "request" | "committed" | "left" | "described";
  readonly url: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly documentId?: string | undefined;
}

/** Pages and requests are timed by different clocks, and a browser may round a page's clock to 100 ms. */
const clockToleranceMs = 250;

interface Rule {
  readonly id: string;
  readonly sign: readonly Sign["kind"][];
  /** `chain`: of the load's request, while no later load continues it. */
  readonly matches: (load: PageLoad, sign: Sign, chain: Chain | undefined) => boolean;
  /** Default: the newest load that matches. */
  readonly oldest?: true;
}

/** The strongest evidence first. */
export const matchingRules: readonly Rule[] = [
  {
    id: "same-document",
    sign: ["committed", "left", "described"],
    // A document is committed once; but the first page of a new tab may have the id of the blank page before it.
    matches: ({ documentId, committed }, sign) =>
      documentId !== undefined &&
      documentId === sign.documentId &&
      !(sign.kind === "committed" && committed !== undefined),
  },
  {
    id: "request-superseded",
    sign: ["requested"],
    matches: (load) => load.requested !== undefined && load.request === undefined && load.committed === undefined,
  },
  {
    id: "request-after-commit",
    sign: ["request"],
    oldest: true,
    matches: ({ request, committed }, { at }) =>
      request === undefined && committed !== undefined && committed.at >= at && isWebUrl(committed.url),
  },
  {
    id: "request-as-announced",
    sign: ["request"],
    matches: ({ requested, request, committed }) =>
      requested !== undefined && request === undefined && committed === undefined,
  },
  {
    id: "request-after-leaving",
    sign: ["request"],
    oldest: true,
    matches: ({ request, committed, navigatedAway }, { at }) =>
      request === undefined &&
      committed === undefined &&
      navigatedAway !== undefined &&
      navigatedAway.at + clockToleranceMs >= at,
  },
  {
    id: "commit-of-request",
    sign: ["committed"],
    matches: (load, sign, chain) => isCommitOf(load, sign) && chain !== undefined && ledTo(chain, sign.url),
  },
  {
    id: "commit-before-end-of-request",
    sign: ["committed"],
    matches: (load, sign, chain) =>
      isCommitOf(load, sign) && chain !== undefined && chainOutcome(chain).kind === "pending",
  },
  {
    id: "commit-after-leaving",
    sign: ["committed"],
    matches: ({ request, committed, navigatedAway }, { url, at }) =>
      request === undefined &&
      committed === undefined &&
      navigatedAway !== undefined &&
      isSameResource(navigatedAway.documentUrl, url) &&
      at <= navigatedAway.at + clockToleranceMs,
  },
  {
    id: "commit-without-request",
    sign: ["committed"],
    matches: ({ requested, request, committed }) =>
      requested !== undefined && request === undefined && committed === undefined,
  },
  {
    id: "message-of-shown-page",
    sign: ["left", "described"],
    matches: ({ committed }, { url, at }) =>
      committed !== undefined && committed.at <= at && isSameResource(committed.url, url),
  },
  {
    id: "message-before-commit",
    sign: ["left", "described"],
    matches: ({ request, committed }, { url, at }, chain) =>
      request !== undefined &&
      request.at <= at &&
      committed === undefined &&
      chain !== undefined &&
      isSameResource(lastHop(chain).url, url),
  },
  {
    id: "message-with-rounded-time",
    sign: ["left"],
    matches: ({ committed }, { url, at }) =>
      committed !== undefined && committed.at <= at + clockToleranceMs && isSameResource(committed.url, url),
  },
];

export function findLoad(
  loads: readonly PageLoad[],
  sign: Sign,
  chainOf: (chainId: string) => Chain | undefined,
): PageLoad | undefined {
  for (const { sign: kinds, matches, oldest = false } of matchingRules) {
    if (!kinds.includes(sign.kind)) continue;
    const isMatch = (load: PageLoad) =>
      hasNoOtherId(load, sign) && matches(load, sign, chainEndingIn(load, loads, chainOf));
    const load = oldest ? loads.find(isMatch) : loads.findLast(isMatch);
    if (load !== undefined) return load;
  }
  return undefined;
}

function hasNoOtherId({ documentId }: PageLoad, sign: Sign): boolean {
  return documentId === undefined || sign.documentId === undefined || documentId === sign.documentId;
}

/** The commit comes after the request began: a later request belongs to a later commit. */
function isCommitOf({ request, committed }: PageLoad, { at }: Sign): boolean {
  return committed === undefined && request !== undefined && request.at <= at;
}

function chainEndingIn(
  load: PageLoad,
  loads: readonly PageLoad[],
  chainOf: (chainId: string) => Chain | undefined,
): Chain | undefined {
  const chainId = load.request?.chainId;
  if (chainId === undefined) return undefined;
  const isLast = loads.findLast(({ request }) => request?.chainId === chainId) === load;
  return isLast ? chainOf(chainId) : undefined;
}

/** An extension may have put a page of its own there; an error page has the URL of what failed. */
function ledTo(chain: Chain, url: string): boolean {
  const last = lastHop(chain);
  return isSameResource(last.url, url) || (last.state === "redirected" && isSameResource(last.redirectUrl, url));
}

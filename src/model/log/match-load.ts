/**
 * Finds the page load that a sign belongs to: by document id where the browser gives one, otherwise by URL and by time,
 * never by the order of arrival (decision D4). `src/webext/quirks/event-order.ts` says which browser needs which rule.
 */
import { chainOutcome, lastHop, type Chain } from "../chain/redirect-chain.ts";
import { isSameResource, isWebUrl } from "../url/location-url.ts";
import { chainById, tabTracking, type ChainLog } from "./chain-log.ts";
import type { PageLoad } from "./page-load.ts";

/** A fact about a page load. `url`: of the request, of the committed document, or of the document that sent a message. */
export interface Sign {
  readonly kind: "requested" | "request" | "committed" | "left" | "described";
  readonly url: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly documentId?: string | undefined;
}

/** Pages and requests use different clocks, and a browser may round a page's clock to 100 ms. */
const clockToleranceMs = 250;

/** The chain of the load's request, while no later load continues it. */
type ChainOf = (load: PageLoad) => Chain | undefined;

interface Rule {
  readonly id: string;
  readonly sign: readonly Sign["kind"][];
  readonly matches: (load: PageLoad, sign: Sign, chainOf: ChainOf) => boolean;
  /** Default: the newest load that matches. */
  readonly oldest?: true;
}

/** The strongest evidence first. */
export const matchingRules: readonly Rule[] = [
  {
    id: "same-document",
    sign: ["committed", "left", "described"],
    // A document is committed once, but the first page of a new tab may have the id of the initial blank page.
    matches: ({ documentId, committed }, sign) =>
      documentId !== undefined &&
      documentId === sign.documentId &&
      !(sign.kind === "committed" && committed !== undefined),
  },
  {
    id: "request-superseded",
    sign: ["requested"],
    matches: isAnnounced,
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
    matches: isAnnounced,
  },
  {
    id: "request-after-leaving",
    sign: ["request"],
    oldest: true,
    matches: ({ request, committed, navigatedAway }, { at }) =>
      (request ?? committed) === undefined && navigatedAway !== undefined && at <= navigatedAway.at + clockToleranceMs,
  },
  {
    id: "commit-of-request",
    sign: ["committed"],
    matches: (load, sign, chainOf) => isBeforeCommit(load, sign) && ledTo(chainOf(load), sign.url),
  },
  {
    id: "commit-before-end-of-request",
    sign: ["committed"],
    matches: (load, sign, chainOf) => isBeforeCommit(load, sign) && isPending(chainOf(load)),
  },
  {
    id: "commit-after-leaving",
    sign: ["committed"],
    matches: ({ request, committed, navigatedAway }, { url, at }) =>
      (request ?? committed) === undefined &&
      navigatedAway !== undefined &&
      isSameResource(navigatedAway.documentUrl, url) &&
      at <= navigatedAway.at + clockToleranceMs,
  },
  {
    id: "commit-without-request",
    sign: ["committed"],
    matches: isAnnounced,
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
    matches: (load, sign, chainOf) => isBeforeCommit(load, sign) && isAt(chainOf(load), sign.url),
  },
  {
    id: "message-with-rounded-time",
    sign: ["left"],
    matches: ({ committed }, { url, at }) =>
      committed !== undefined && committed.at <= at + clockToleranceMs && isSameResource(committed.url, url),
  },
];

export function findLoad(log: ChainLog, tabId: number, sign: Sign): PageLoad | undefined {
  const { loads } = tabTracking(log, tabId);
  const chainOf: ChainOf = (load) => (isContinued(load, loads) ? undefined : chainById(log, load.request?.chainId));
  for (const { sign: kinds, matches, oldest = false } of matchingRules) {
    if (!kinds.includes(sign.kind)) continue;
    const isMatch = (load: PageLoad) => hasNoOtherId(load, sign) && matches(load, sign, chainOf);
    const load = oldest ? loads.find(isMatch) : loads.findLast(isMatch);
    if (load !== undefined) return load;
  }
  return undefined;
}

function hasNoOtherId({ documentId }: PageLoad, sign: Sign): boolean {
  return documentId === undefined || sign.documentId === undefined || documentId === sign.documentId;
}

/** Only the URL that the tab is about to load is known. */
function isAnnounced({ requested, request, committed }: PageLoad): boolean {
  return requested !== undefined && (request ?? committed) === undefined;
}

/** Between the load's request and its commit. (A later request belongs to a later commit.) */
function isBeforeCommit({ request, committed }: PageLoad, { at }: Sign): boolean {
  return committed === undefined && request !== undefined && request.at <= at;
}

function isContinued({ request }: PageLoad, loads: readonly PageLoad[]): boolean {
  return loads.findLast((load) => load.request?.chainId === request?.chainId)?.request !== request;
}

function isPending(chain: Chain | undefined): boolean {
  return chain !== undefined && chainOutcome(chain).kind === "pending";
}

function isAt(chain: Chain | undefined, url: string): boolean {
  return chain !== undefined && isSameResource(lastHop(chain).url, url);
}

/** An extension may have replaced the page with its own; an error page has the URL of the failed request. */
function ledTo(chain: Chain | undefined, url: string): boolean {
  const last = chain && lastHop(chain);
  return isAt(chain, url) || (last?.state === "redirected" && isSameResource(last.redirectUrl, url));
}

/** How a navigation of the tab (webNavigation) bears on its chains. */
import {
  chainOutcome,
  isPrerendered,
  lastHop,
  requestStartedAt,
  withLastHop,
  type Chain,
} from "../chain/redirect-chain.ts";
import { isSameResource } from "../url/location-url.ts";
import type { DocumentCommitted, TabEvent } from "./log-event.ts";

type NavigationFailed = Extract<TabEvent, { kind: "navigation-failed" }>;

/** Where a navigation of the tab began. */
export interface NavigationStart {
  /** Chains that started earlier belong to the document before. */
  readonly beganAt: number;
  /** Documents that started up to here belong to this or an earlier commit. */
  readonly committedUpTo: number | undefined;
}

/**
 * `documents`: the tab's document requests that no commit has claimed, oldest first. The commit's own is the newest that
 * led to its URL. One that is under way counts as its own, too: in Firefox the commit may arrive before the end of the
 * request, or before its beginning; that request is then not claimed, since the commit may be an earlier one's. Without
 * any (back/forward cache, about:blank) the commit itself is the beginning.
 */
export function navigationStart(event: DocumentCommitted, documents: readonly Chain[]): NavigationStart {
  const isUnderWay = (chain: Chain) => chainOutcome(chain).kind === "pending";
  const own = documents.findLast((chain) => isUnderWay(chain) || ledTo(chain, event.url));
  if (own === undefined) return { beganAt: event.at, committedUpTo: event.at };
  const beganAt = requestStartedAt(own);
  return { beganAt, committedUpTo: isUnderWay(own) ? undefined : beganAt };
}

/** Another extension may have put a page of its own there; an error page has the URL of what failed (Firefox 153). */
function ledTo(chain: Chain, url: string): boolean {
  const last = lastHop(chain);
  return isSameResource(last.url, url) || (last.state === "redirected" && isSameResource(last.redirectUrl, url));
}

/**
 * Chromium 156 shows a document that it had prerendered by a commit without a request: the request was made before, in a
 * frame of another number.
 */
export function prerendered(chains: readonly Chain[], url: string): Chain | undefined {
  return chains.findLast((chain) => isPrerendered(chain) && isSameResource(lastHop(chain).url, url));
}

/**
 * webNavigation has the error's own name where webRequest of Chromium 156 only says ERR_ABORTED. Undefined when the error is
 * not about this chain, or says nothing new.
 */
export function applyNavigationError(chain: Chain, event: NavigationFailed): Chain | undefined {
  const hop = lastHop(chain);
  const urls = hop.state === "redirected" ? [hop.url, hop.redirectUrl] : [hop.url];
  if (!urls.some((url) => isSameResource(url, event.url))) return undefined;
  const outcome = chainOutcome(chain);
  const isVague = outcome.kind === "failed" && outcome.error === "net::ERR_ABORTED" && event.error.startsWith("net::");
  // The request itself will report its end; in Firefox 153 this error may come before its next hop.
  if (hop.state === "redirected" && outcome.kind === "pending") return undefined;
  if (event.error === "net::ERR_ABORTED" || (outcome.kind !== "pending" && !isVague)) return undefined;
  if (hop.state === "redirected") return withLastHop(chain, { ...hop, stoppedBy: event.error });
  if (hop.state === "failed") return withLastHop(chain, { ...hop, error: event.error });
  return undefined;
}

/** How a navigation of the tab (webNavigation) bears on its chains. */
import { chainOutcome, lastHop, withLastHop, type Chain } from "./redirect-chain.ts";
import { isSameResource } from "./location-url.ts";
import type { TabEvent } from "./request-event.ts";

type Committed = Extract<TabEvent, { kind: "document-committed" }>;
type NavigationFailed = Extract<TabEvent, { kind: "navigation-failed" }>;

/**
 * Which chains a new document keeps when the log is not preserved: its own, and what started after it. `own` is the
 * latest document request that no commit has claimed; without one that led to this URL (back/forward cache, about:blank,
 * Firefox telling of the commit first) the commit itself is the beginning.
 */
export function keptFromNavigation(event: Committed, own: Chain | undefined): (chain: Chain) => boolean {
  const isOwn = own !== undefined && isSameResource(lastHop(own).url, event.url);
  const beganAt = isOwn ? own.hops[0].startedAt : event.at;
  return (chain) => (isOwn && chain.id === own.id) || chain.hops[0].startedAt >= beganAt;
}

/**
 * webNavigation knows ends that webRequest does not: the error's own name where Chromium's webRequest says only
 * ERR_ABORTED, and redirects to a scheme that is no web page, after which webRequest falls silent.
 * Undefined when the error is not about this chain, or tells nothing new.
 */
export function applyNavigationError(chain: Chain, event: NavigationFailed): Chain | undefined {
  const hop = lastHop(chain);
  const urls = hop.state === "redirected" ? [hop.url, hop.redirectUrl] : [hop.url];
  if (!urls.some((url) => isSameResource(url, event.url))) return undefined;
  const outcome = chainOutcome(chain);
  const isVague = outcome.kind === "failed" && outcome.error === "net::ERR_ABORTED" && event.error.startsWith("net::");
  if (event.error === "net::ERR_ABORTED" || (outcome.kind !== "pending" && !isVague)) return undefined;
  if (hop.state === "redirected") return withLastHop(chain, { ...hop, stoppedBy: event.error });
  if (hop.state === "failed") return withLastHop(chain, { ...hop, error: event.error });
  return undefined;
}

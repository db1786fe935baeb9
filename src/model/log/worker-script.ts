/**
 * The script of a worker, as Chromium 156 loads it through a redirect: the request ends at the redirect, aborted, and one
 * of another id goes on. Here because what one browser tells as two requests is one chain.
 */
import type { ChainLog } from "./chain-log.ts";
import { isSameResource } from "../url/location-url.ts";
import { lastHop, withLastHop, type Chain } from "../chain/redirect-chain.ts";
import type { RequestEvent } from "./log-event.ts";

/** The one goes on right after the other; between them may be other redirects of the page's, but not many. */
const mostBetween = 50;

/** The chain that this event's request goes on with, as if it had not been aborted. */
export function chainOfWorkerScript(log: ChainLog, event: RequestEvent): Chain | undefined {
  if (event.kind !== "started" || event.resourceType !== "script") return undefined;
  const newest = log.tabs[event.tabId]?.chainIds.slice(-mostBetween) ?? [];
  for (const id of newest.toReversed()) {
    const chain = log.chains.get(id);
    if (chain?.resourceType !== "script") continue;
    const last = lastHop(chain);
    if (last.state !== "redirected" || last.stoppedBy !== "net::ERR_ABORTED") continue;
    if (!isSameResource(last.redirectUrl, event.url)) continue;
    const { stoppedBy: _, ...followed } = last;
    return { ...withLastHop(chain, followed), requestId: event.requestId };
  }
  return undefined;
}

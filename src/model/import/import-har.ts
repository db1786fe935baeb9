/**
 * Converts a HAR to chains. Methods and bodies are read from the entries. An invalid entry is skipped with a note; a
 * redirect without a matching next entry counts as not followed.
 */
import type { Chain, Hop } from "../chain/redirect-chain.ts";
import { isListed } from "../chain/listed-chain.ts";
import { readExchange, type HarExchange } from "./har-exchange.ts";
import { withTarget } from "./har-targets.ts";
import { cutChainFields, cutHop } from "./import-limits.ts";
import type { NoteCollector } from "./import-notes.ts";
import { joinRedirects, type Group, type JoinedExchange } from "./join-redirects.ts";
import { present } from "./read-fields.ts";

/** Yields the current position after each small step. */
export function* importHar(entries: readonly unknown[], notes: NoteCollector): Generator<number, Chain[]> {
  const exchanges: HarExchange[] = [];
  for (const [index, entry] of entries.entries()) {
    yield index + 1;
    const exchange = readExchange(entry, index + 1);
    if (exchange === undefined) continue;
    if ("skipped" in exchange) notes.add(exchange.skipped, index + 1);
    // A preflight isn't a hop of its request, but a redirected preflight explains why a fetch failed.
    else if (!exchange.isPreflight || exchange.targets.length > 0) exchanges.push(exchange);
  }
  // Proxies list requests in the order in which they finished.
  const groups = yield* joinRedirects(exchanges.toSorted((a, b) => a.startedAt - b.startedAt));
  const chains: Chain[] = [];
  for (const [index, group] of groups.entries()) {
    yield index + 1;
    const [{ exchange }] = group;
    const isAlone = group.length === 1 && exchange.targets.length === 0;
    if (isAlone && exchange.lack !== undefined) notes.add(exchange.lack, exchange.at);
    else {
      const chain = chainOf(group, index);
      // A HAR has every request of a page; only those with redirects are listed.
      if (isListed(chain)) chains.push(cutChain(group, chain, notes));
    }
  }
  return chains;
}

function cutChain(group: Group, chain: Chain, notes: NoteCollector): Chain {
  const [first, ...rest] = chain.hops.map((whole, at) => {
    const { hop, isUrlCut, isHeaderListCut } = cutHop(whole);
    const place = group[at]?.exchange.at ?? 1;
    if (isUrlCut) notes.add("urls-cut", place);
    if (isHeaderListCut) notes.add("headers-cut", place);
    return hop;
  });
  return first === undefined ? chain : { ...cutChainFields(chain), hops: [first, ...rest] };
}

function chainOf(group: Group, index: number): Chain {
  const [first, ...rest] = group.map((member, at) => hopOf(member, at < group.length - 1)) as [Hop, ...Hop[]];
  const id = `har-${index + 1}`;
  const [{ exchange }] = group;
  return present({
    id,
    requestId: id,
    tabId: 0,
    frameId: 0,
    // A redirect synthesized by the browser has no headers with the type.
    resourceType: (group.find((member) => member.exchange.isTypeReported)?.exchange ?? exchange).resourceType,
    initiator: exchange.initiator,
    beginningMissed: exchange.isBeginningMissed ? (true as const) : undefined,
    fromFile: exchange.isFromFile ? (true as const) : undefined,
    hops: [first, ...rest] as const,
  });
}

function hopOf({ exchange, target }: JoinedExchange, isFollowed: boolean): Hop {
  const { url, method, body, startedAt, endedAt, requestHeaders, inferred, error, source } = exchange;
  const request = { url, method, body, startedAt, ...present({ requestHeaders, inferred, page: exchange.page }) };
  const answer =
    exchange.answer === undefined || source !== "server"
      ? exchange.answer
      : { ...exchange.answer, headers: withTarget(exchange.answer.headers, target) };
  const isInternal = answer === undefined;
  if (target !== undefined && (isFollowed || isInternal || error !== undefined || exchange.isPending)) {
    const redirect = {
      ...request,
      state: "redirected",
      redirectUrl: target.url,
      endedAt,
      ...present({ stoppedBy: error, forbiddenBy: error === undefined ? undefined : exchange.forbiddenBy }),
    } as const;
    switch (source) {
      case "server":
        if (answer !== undefined) return { ...redirect, source, answer };
        break;
      case "meta-refresh":
      case "refresh-header":
      case "script":
      case "page":
        if (answer !== undefined) {
          return { ...redirect, source, answer, ...present({ delaySeconds: exchange.delaySeconds }) };
        }
        break;
      default:
        return { ...redirect, source, ...present({ reportedStatus: exchange.reportedStatus }) };
    }
  }
  if (error !== undefined) return { ...request, state: "failed", error, endedAt, ...present({ answer }) };
  // No response and no error: the outcome is unknown.
  if (answer === undefined || exchange.isPending) return { ...request, state: "pending", ...present({ answer }) };
  return { ...request, state: "answered", answer, endedAt };
}

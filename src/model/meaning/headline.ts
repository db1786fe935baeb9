/**
 * The conclusion about a chain in one sentence: its most severe finding that something is wrong. The panel, exports and
 * other pages show the same one; the texts are in `_locales`.
 */
import { answerOf, lastHop, redirectCount, type Chain } from "../chain/redirect-chain.ts";
import type { Finding } from "../findings/finding.ts";
import { groupFindings } from "../findings/group-findings.ts";
import { parseUrl } from "../url/location-url.ts";
import { findCycle } from "./loops.ts";

export interface Headline {
  readonly finding: Finding;
  /** Other findings with a cause of their own. */
  readonly otherCount: number;
}

/** Undefined if nothing deserves a change. `findings`: most severe first. */
export function headline(findings: readonly Finding[]): Headline | undefined {
  const groups = groupFindings(findings).filter(({ cause }) => cause.severity !== "info");
  const [first] = groups;
  return first === undefined ? undefined : { finding: first.cause, otherCount: groups.length - 1 };
}

/** What the texts of a headline can name: $1 to $9, in this order. Empty where it does not apply. */
export interface HeadlineFacts {
  /** Number of the hop, from 1. */
  readonly hop: string;
  /** Status of the hop's response. */
  readonly status: string;
  readonly method: string;
  readonly followedMethod: string;
  /** Path and query of the hop's URL. */
  readonly path: string;
  /** The hop's target: a path on the same origin, otherwise a URL. */
  readonly target: string;
  /** Status of the last response. */
  readonly lastStatus: string;
  /** Hops in the cycle, or redirects in the chain. */
  readonly count: string;
  /** The last URL: a path on the hop's origin, otherwise the URL. */
  readonly lastTarget: string;
}

export function headlineFacts(chain: Chain, { hop: index = 0 }: Finding): HeadlineFacts {
  const hop = chain.hops[index] ?? chain.hops[0];
  const next = chain.hops[index + 1];
  return {
    hop: String(index + 1),
    status: String(answerOf(hop)?.status ?? ""),
    method: hop.method,
    followedMethod: next?.method ?? "",
    path: pathOf(hop.url),
    target: hop.state === "redirected" ? shortTarget(hop.redirectUrl, hop.url) : "",
    lastStatus: String(answerOf(lastHop(chain))?.status ?? ""),
    count: String(findCycle(chain)?.length ?? redirectCount(chain)),
    lastTarget: shortTarget(lastHop(chain).url, hop.url),
  };
}

function shortTarget(target: string, from: string): string {
  return parseUrl(target)?.origin === parseUrl(from)?.origin ? pathOf(target) : target;
}

function pathOf(url: string): string {
  const parsed = parseUrl(url);
  return parsed === undefined ? url : `${parsed.pathname}${parsed.search}`;
}

/** Finds the cycle in a chain that returns to an earlier request, by server redirects or by client redirects. */
import { gaveUpAtLimit } from "../findings/chain-outcome.ts";
import { parseUrl } from "../url/location-url.ts";
import { isClientRedirect, type Chain, type Hop } from "../chain/redirect-chain.ts";

export interface Cycle {
  /** Index of the first hop that repeats. */
  readonly start: number;
  /** Hops per cycle. */
  readonly length: number;
  readonly isClientSide: boolean;
}

/** Pages can redirect back once for a good reason (a cookie, a sign-in); at the third visit, it's a loop. */
const minPageVisits = 3;

/** Undefined if the chain ends or doesn't repeat. */
export function findCycle(chain: Chain): Cycle | undefined {
  const { hops } = chain;
  const hasGivenUp = gaveUpAtLimit(chain);
  if (!hasGivenUp && !hops.some(isPage)) return undefined;
  const keys = hops.map(requestKey);
  const last = keys.length - 1;
  const before = keys.lastIndexOf(keys[last] ?? "", last - 1);
  if (last === 0 || before === -1) return undefined;
  const length = last - before;
  let start = before;
  while (start > 0 && keys[start - 1] === keys[start - 1 + length]) start -= 1;
  const cycle = { start, length, isClientSide: hops.slice(start, start + length).some(isPage) };
  if (hasGivenUp) return cycle;
  const visits = keys.filter((key) => key === keys[last]).length;
  return cycle.isClientSide && visits >= minPageVisits ? cycle : undefined;
}

/** Whether the chain never ends, in a cycle or not. */
export function isEndless(chain: Chain): boolean {
  return gaveUpAtLimit(chain) || findCycle(chain) !== undefined;
}

function isPage(hop: Hop): boolean {
  return hop.state === "redirected" && isClientRedirect(hop);
}

/** Parameters whose value changes each time, although the request is the same. */
const volatileNames =
  /^(?:code|state|nonce|session_state|iss|ticket|token|ts|time|timestamp|t|_|rnd|rand|random|samlrequest|samlresponse|relaystate|code_challenge|code_verifier|csrf|sid)$/i;

function requestKey({ method, url }: Hop): string {
  const query = url.indexOf("?");
  if (query === -1) return `${method} ${url.replace(/#.*/s, "")}`;
  const parsed = parseUrl(url);
  if (parsed === undefined) return `${method} ${url}`;
  const stable = parsed.search
    .slice(1)
    .split("&")
    .filter((pair) => !volatileNames.test(pair.replace(/=.*/s, "")));
  return `${method} ${parsed.origin}${parsed.pathname}${stable.length === 0 ? "" : `?${stable.join("&")}`}`;
}

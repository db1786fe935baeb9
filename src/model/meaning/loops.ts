/** Finds the circle of a chain that comes back to where it was: by a server's redirects, or by pages that send each other on. */
import { gaveUpAtLimit } from "../findings/chain-outcome.ts";
import { parseUrl } from "../url/location-url.ts";
import { isClientRedirect, type Chain, type Hop } from "../chain/redirect-chain.ts";

export interface Circle {
  /** Index of the first hop that repeats. */
  readonly start: number;
  /** Hops of one lap. */
  readonly length: number;
  readonly isByPages: boolean;
}

/** Pages may send a visitor back once for a good reason (a cookie, a sign-in); the third time nothing has changed. */
const minPageVisits = 3;

/** Undefined where the chain ends, or never repeats. */
export function circleOf(chain: Chain): Circle | undefined {
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
  const circle = { start, length, isByPages: hops.slice(start, start + length).some(isPage) };
  if (hasGivenUp) return circle;
  const visits = keys.filter((key) => key === keys[last]).length;
  return circle.isByPages && visits >= minPageVisits ? circle : undefined;
}

/** Whether the chain goes on for ever, in a circle or not. */
export function isEndless(chain: Chain): boolean {
  return gaveUpAtLimit(chain) || circleOf(chain) !== undefined;
}

function isPage(hop: Hop): boolean {
  return hop.state === "redirected" && isClientRedirect(hop);
}

/** Parameters that have another value each time, although the request is the same. */
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

/**
 * A request that failed at a redirect because CORS doesn't allow it, or because its preflight was redirected. Certain
 * if the headers show it; if the browser only reports a failure, CORS is the most likely cause.
 */
import {
  answerOf,
  areHeadersKnown,
  chainOutcome,
  headerValue,
  isInternal,
  lastHop,
  type Chain,
  type Hop,
  type Answer,
} from "../chain/redirect-chain.ts";
import { isRedirectStatus } from "../meaning/redirect-status.ts";
import { isSignInUrl } from "../meaning/sign-in.ts";
import { gaveUpAtLimit } from "./chain-outcome.ts";
import { originOf } from "../url/compare-urls.ts";
import { defineFinding } from "./rule.ts";
import { serverRedirects } from "./server-redirects.ts";
import { fetchStandard } from "./sources.ts";
import { shownUrl } from "./message-values.ts";

export const corsRedirect = defineFinding({
  id: "cors-redirect",
  severities: ["error"],
  source: `${fetchStandard}#cors-preflight-fetch`,
  effects: ["not-followed"],
  whatVariants: ["preflight", "likely"],
  fixVariants: { preflight: [], "sign-in": [] },
  find: (chain) => {
    const preflight = serverRedirects(chain).find(({ hop }) => isPreflight(hop));
    if (preflight !== undefined) {
      return [{ hop: preflight.index, values: [shownUrl(preflight.target)], what: "preflight", fix: "preflight" }];
    }
    const refused = refusedTarget(chain);
    if (refused === undefined) return [];
    const { hop, url, isCertain } = refused;
    return [
      {
        hop,
        values: [shownUrl(url)],
        ...(isCertain ? {} : { what: "likely" }),
        ...(isSignInUrl(url) ? { fix: "sign-in" } : {}),
      },
    ];
  },
});

function isPreflight({ method, requestHeaders }: Hop): boolean {
  return method === "OPTIONS" && headerValue(requestHeaders, "access-control-request-method") !== undefined;
}

interface Refused {
  readonly hop: number;
  readonly url: string;
  readonly isCertain: boolean;
}

/** Always requested with CORS; scripts and style sheets only if they opt in (`type=module`, `crossorigin`). */
const corsTypes: ReadonlySet<string> = new Set(["xmlhttprequest", "font", "web_manifest"]);

/** Navigations, beacons and reports also send Origin, but need no permission; neither do `no-cors` requests. */
function isWithoutCors(chain: Chain): boolean {
  const mode = headerValue(lastHop(chain).requestHeaders, "sec-fetch-mode");
  return mode === "navigate" || mode === "no-cors" || typesWithoutCors.has(chain.resourceType);
}

const typesWithoutCors: ReadonlySet<string> = new Set([
  "main_frame",
  "sub_frame",
  "object",
  "ping",
  "beacon",
  "csp_report",
  "websocket",
]);

function refusedTarget(chain: Chain): Refused | undefined {
  const { resourceType, initiator, hops } = chain;
  if (initiator === undefined || gaveUpAtLimit(chain) || isWithoutCors(chain)) return undefined;
  const index = hops.length - 1;
  const last = lastHop(chain);
  const isCors = corsTypes.has(resourceType) || headerValue(last.requestHeaders, "origin") !== undefined;
  const isScript = resourceType === "script" || resourceType === "stylesheet";
  if (!isCors && !isScript) return undefined;
  const answer = answerOf(last);
  const isOther = originOf(last.url) !== originOf(initiator);
  if (last.state === "redirected" && isInternal(last)) return undefined;
  // A cross-origin response without permission: the browser stopped there, or the page can't read the response.
  const isAnswered = answer !== undefined && answer.headers.length > 0 && areHeadersKnown(answer);
  if (isOther && isAnswered && isCors && !isAllowed(answer, last, initiator)) {
    const isStopped = chainOutcome(chain).kind === "failed" && !isAborted(chain);
    const isUnreadable = last.state === "answered" && headerValue(last.requestHeaders, "origin") !== undefined;
    // A redirect that the page's code didn't want to follow (redirect: "manual") wasn't blocked.
    if ((isStopped || isUnreadable) && (isStopped || !isRedirectStatus(answer.status) || hops.length > 1)) {
      return { hop: index, url: last.state === "redirected" ? last.redirectUrl : last.url, isCertain: true };
    }
  }
  return likelyRefusal(chain);
}

/** The header must be `*` or the Origin that was sent, which is `null` after a redirect between two other origins. */
function isAllowed(answer: Answer, { requestHeaders }: Hop, initiator: string): boolean {
  const allowed = headerValue(answer.headers, "access-control-allow-origin")?.trim();
  const sent = headerValue(requestHeaders, "origin");
  return (
    allowed === "*" || (sent === undefined ? allowed === originOf(initiator) || allowed === "null" : allowed === sent)
  );
}

/** Browser errors for requests blocked by CORS; they have other causes, too. */
const refusalErrors: ReadonlySet<string> = new Set(["net::ERR_FAILED", "NS_ERROR_DOM_BAD_URI"]);

/** A cross-origin redirect target failed, and the browser doesn't report why. */
function likelyRefusal(chain: Chain): Refused | undefined {
  const outcome = chainOutcome(chain);
  const last = lastHop(chain);
  if (outcome.kind !== "failed" || !refusalErrors.has(outcome.error) || chain.hops.length < 2) return undefined;
  const isOther = originOf(last.url) !== originOf(chain.initiator ?? "");
  return isOther && last.state === "failed"
    ? { hop: chain.hops.length - 2, url: last.url, isCertain: false }
    : undefined;
}

function isAborted(chain: Chain): boolean {
  const outcome = chainOutcome(chain);
  return outcome.kind === "failed" && outcome.error.endsWith("ABORTED");
}

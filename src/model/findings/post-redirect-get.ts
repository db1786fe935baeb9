/**
 * Post/Redirect/Get: a POST answered with 303 (RFC 9110 §15.4.4) or 302, whose target is fetched with GET and answers
 * well. The method changes and the body stays behind on purpose.
 */
import { answerOf, lastHop, type Chain } from "../redirect-chain.ts";
import { parseUrl } from "../location-url.ts";

export function isPostRedirectGet(chain: Chain, hopIndex: number): boolean {
  const hop = chain.hops[hopIndex];
  const next = chain.hops[hopIndex + 1];
  const last = lastHop(chain);
  if (hop?.state !== "redirected" || hop.source !== "server" || next === undefined) return false;
  const finalStatus = last.state === "answered" ? (answerOf(last)?.status ?? 0) : 0;
  return (
    hop.method === "POST" &&
    next.method === "GET" &&
    (hop.answer.status === 302 || hop.answer.status === 303) &&
    finalStatus >= 200 &&
    finalStatus <= 299 &&
    siteOf(hop.url) === siteOf(last.url)
  );
}

/** Near enough to a site without the public suffix list: the host, with or without `www.`. */
function siteOf(url: string): string | undefined {
  return parseUrl(url)?.hostname.replace(/^www\./, "");
}

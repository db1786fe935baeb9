/**
 * Post/Redirect/Get: a request answered with 303 (RFC 9110 §15.4.4: for any method), or a POST answered with 302, whose
 * target is fetched with GET and answers well. The method changes and the body stays behind on purpose. Not when the
 * redirect only writes the same URL in another way (http → https, a slash): then nobody has handled the form.
 */
import { lastHop, type Chain } from "../redirect-chain.ts";
import { finalAnswer, isSuccess } from "./chain-end.ts";
import { isRespelled, isSameSite } from "./compare-urls.ts";

export function isPostRedirectGet(chain: Chain, hopIndex: number): boolean {
  const hop = chain.hops[hopIndex];
  const next = chain.hops[hopIndex + 1];
  if (hop?.state !== "redirected" || hop.source !== "server" || next === undefined) return false;
  return (
    hop.method !== "GET" &&
    next.method === "GET" &&
    (hop.answer.status === 303 || (hop.answer.status === 302 && hop.method === "POST")) &&
    isSuccess(finalAnswer(chain)) &&
    isSameSite(hop.url, lastHop(chain).url) &&
    !isRespelled(hop.url, hop.redirectUrl)
  );
}

/** A frame was redirected to a page that doesn't allow framing here: the browser shows an empty frame or an error. */
import { headerLines } from "./header-lists.ts";
import { answerOf, lastHop, type Answer, type Hop } from "../chain/redirect-chain.ts";
import { originOf } from "../url/compare-urls.ts";
import { defineFinding } from "./rule.ts";
import { directivesOf, matchesSources } from "../meaning/content-security-policy.ts";
import { shownUrl } from "./message-values.ts";

export const frameBlocked = defineFinding({
  id: "frame-blocked",
  severities: ["error"],
  source: "https://www.w3.org/TR/CSP3/#directive-frame-ancestors",
  find: (chain) => {
    const { resourceType, initiator } = chain;
    const last = lastHop(chain);
    if (initiator === undefined || !frameTypes.has(resourceType) || chain.hops.length < 2) return [];
    const { url } = last;
    const answer = last.state === "redirected" ? undefined : answerOf(last);
    const rule = (answer && blockingRule(answer, url, originOf(initiator))) ?? ruleOfError(last);
    return rule === undefined ? [] : [{ hop: chain.hops.length - 1, values: [shownUrl(url), rule] }];
  },
});

/** Some browsers fail the request with the reason as the error. */
function ruleOfError(hop: Hop): string | undefined {
  if (hop.state !== "failed") return undefined;
  if (hop.error === "NS_ERROR_XFO_VIOLATION") return "X-Frame-Options";
  return hop.error === "NS_ERROR_CSP_FRAME_ANCESTOR_VIOLATION" ? "frame-ancestors" : undefined;
}

const frameTypes: ReadonlySet<string> = new Set(["sub_frame", "object"]);

/** frame-ancestors overrides X-Frame-Options (CSP 3 §7.7.3.3). Only the origin of the framing page is known. */
function blockingRule(answer: Answer, url: string, framingOrigin: string): string | undefined {
  const policies = directivesOf(headerLines(answer, "content-security-policy"), "frame-ancestors");
  if (policies.length > 0) {
    const blocking = policies.find((sources) => !matchesSources(sources, framingOrigin, url));
    return blocking === undefined ? undefined : `frame-ancestors ${blocking.join(" ")}`;
  }
  const options = new Set(
    headerLines(answer, "x-frame-options")
      .flatMap((line) => line.split(","))
      .map((option) => option.trim().toUpperCase()),
  );
  const isOther = framingOrigin !== originOf(url);
  if (options.has("DENY")) return "X-Frame-Options: DENY";
  return options.has("SAMEORIGIN") && isOther ? "X-Frame-Options: SAMEORIGIN" : undefined;
}

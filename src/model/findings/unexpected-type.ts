/**
 * A redirect led to a web page, but the request was for JSON, a script, a style sheet, an image or a font. Often, the
 * page is a sign-in or error page.
 */
import { lastHop, headerValue, type Chain } from "../chain/redirect-chain.ts";
import { finalAnswer, isSuccess } from "./chain-outcome.ts";
import { defineFinding, followedHops } from "./rule.ts";
import { rfc9110 } from "./sources.ts";
import { shownUrl } from "./message-values.ts";

export const unexpectedType = defineFinding({
  id: "unexpected-type",
  severities: ["error"],
  source: `${rfc9110}#section-12.5.1`,
  fixVariants: { part: [] },
  find: (chain) => {
    const answer = finalAnswer(chain);
    const isRedirected = followedHops(chain).some(({ hop }) => hop.source === "server");
    if (
      !isSuccess(answer) ||
      answer.status === 204 ||
      !isRedirected ||
      !isPage(headerValue(answer.headers, "content-type"))
    )
      return [];
    const wanted = wantedType(chain);
    if (wanted === undefined) return [];
    const occurrence = { hop: chain.hops.length - 1, values: [wanted, shownUrl(lastHop(chain).url)] };
    return [chain.resourceType === "xmlhttprequest" ? occurrence : { ...occurrence, fix: "part" }];
  },
});

const wantedByResourceType: ReadonlyMap<string, string> = new Map([
  ["script", "text/javascript"],
  ["stylesheet", "text/css"],
  ["image", "image/*"],
  ["imageset", "image/*"],
  ["font", "font/*"],
]);

/** A media type, which needs no translation. */
function wantedType(chain: Chain): string | undefined {
  if (chain.resourceType !== "xmlhttprequest") return wantedByResourceType.get(chain.resourceType);
  const accept = headerValue(chain.hops[0].requestHeaders, "accept");
  const [first = "", ...others] = (accept ?? "")
    .split(",")
    .map((range) => range.replace(/;.*/s, "").trim().toLowerCase());
  const isJson = /^application\/(?:[\w.-]+\+)?json$/.test(first);
  return isJson && !others.some(isPage) ? first : undefined;
}

function isPage(contentType: string | undefined): boolean {
  return /^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(contentType ?? "");
}

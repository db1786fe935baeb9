/**
 * A 301 or 308 response to a GET without an explicit lifetime: browsers may cache it anyway (RFC 9110 §15.1), with a
 * heuristic lifetime (RFC 9111 §4.2.2).
 */
import { areHeadersKnown, type Answer } from "../chain/redirect-chain.ts";
import { isGetOrHead } from "./crawler-redirects.ts";
import { statusFacts } from "../meaning/redirect-status.ts";
import { defineFinding } from "./rule.ts";
import { headerLines, listMembers } from "./header-lists.ts";
import { serverRedirects } from "./server-redirects.ts";

/** Directives that limit or prevent caching in a browser. `s-maxage` is for shared caches only. */
const limiting: ReadonlySet<string> = new Set(["max-age", "no-cache", "no-store"]);

export const cacheableWithoutExpiry = defineFinding({
  id: "cacheable-without-expiry",
  severities: ["info"],
  source: "https://www.rfc-editor.org/rfc/rfc9111#section-4.2.2",
  find: (chain) =>
    serverRedirects(chain)
      .filter(
        ({ hop, answer, status }) =>
          isGetOrHead(hop) && statusFacts[status].isCacheableByDefault && hasHeaders(answer) && !hasLimit(answer),
      )
      .map(({ index, status }) => ({
        hop: index,
        values: [String(status)],
      })),
});

/** Some browsers don't always report the headers of a redirect. If they report Location, they report all headers. */
function hasHeaders(answer: Answer): boolean {
  return areHeadersKnown(answer) && headerLines(answer, "location").length > 0;
}

function hasLimit(answer: Answer): boolean {
  if (headerLines(answer, "expires").length > 0) return true;
  return listMembers(headerLines(answer, "cache-control")).some((directive) =>
    limiting.has(directive.replace(/\s*=.*$/s, "").toLowerCase()),
  );
}

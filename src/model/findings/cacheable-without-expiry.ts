/**
 * A 301 or 308 to a GET that says nothing on how long it may be kept: browsers may store it without being told to
 * (RFC 9110 §15.1) and choose the time themselves (RFC 9111 §4.2.2).
 */
import { areHeadersKnown, type Answer } from "../chain/redirect-chain.ts";
import { isReading } from "./crawler-redirects.ts";
import { statusFacts } from "../meaning/redirect-status.ts";
import { defineFinding } from "./rule.ts";
import { headerLines, listMembers } from "./header-lists.ts";
import { serverRedirects } from "./server-redirects.ts";

/** Directives that set, or forbid, a time in a browser's cache. `s-maxage` is for shared caches only. */
const limiting: ReadonlySet<string> = new Set(["max-age", "no-cache", "no-store"]);

export const cacheableWithoutExpiry = defineFinding({
  id: "cacheable-without-expiry",
  severities: ["info"],
  source: "https://www.rfc-editor.org/rfc/rfc9111#section-4.2.2",
  find: (chain) =>
    serverRedirects(chain)
      .filter(
        ({ hop, answer, status }) =>
          isReading(hop) && statusFacts[status].isCacheableByDefault && hasHeaders(answer) && !hasLimit(answer),
      )
      .map(({ index, status }) => ({
        hop: index,
        values: [String(status)],
      })),
});

/** Firefox cannot always show the headers of a redirect; where Location was seen, the others would be, too. */
function hasHeaders(answer: Answer): boolean {
  return areHeadersKnown(answer) && headerLines(answer, "location").length > 0;
}

function hasLimit(answer: Answer): boolean {
  if (headerLines(answer, "expires").length > 0) return true;
  return listMembers(headerLines(answer, "cache-control")).some((directive) =>
    limiting.has(directive.replace(/\s*=.*$/s, "").toLowerCase()),
  );
}

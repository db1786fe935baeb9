/** A server or client redirect leads to an error. */
import { google } from "./sources.ts";
import { isInternal, lastHop } from "../chain/redirect-chain.ts";
import { finalAnswer } from "./chain-outcome.ts";
import { isGetOrHead } from "./crawler-redirects.ts";
import { followedHops, defineFinding } from "./rule.ts";
import { shownUrl } from "./message-values.ts";

/** Statuses for data that arrived but was rejected (RFC 9110 §15.5). */
const contentStatuses: ReadonlySet<number> = new Set([400, 409, 413, 415, 422]);

export const redirectToError = defineFinding({
  id: "redirect-to-error",
  severities: ["error"],
  source: `${google}/http-network-errors`,
  fixVariants: { content: [], refused: [] },
  find: (chain) => {
    const status = finalAnswer(chain)?.status ?? 0;
    const isRedirected = followedHops(chain).some(({ hop }) => !isInternal(hop));
    if (status < 400 || status > 599 || !isRedirected) return [];
    const last = lastHop(chain);
    const occurrence = { hop: chain.hops.length - 1, values: [String(status), shownUrl(last.url)] };
    if (status === 401 || status === 403) return [{ ...occurrence, fix: "refused" }];
    return contentStatuses.has(status) && !isGetOrHead(last) ? [{ ...occurrence, fix: "content" }] : [occurrence];
  },
});

/**
 * A server's or a page's redirect leads to an address that nobody answers at: the most frequent cause is an application
 * behind a proxy that puts its own internal address into Location.
 */
import { parseUrl } from "../url/location-url.ts";
import { addressScope, hasBlockedPort } from "../url/addresses.ts";
import { networkErrorKind, type NetworkErrorKind } from "../meaning/network-errors.ts";
import { headerValue, answerOf, isInternal, type Chain, type Hop } from "../chain/redirect-chain.ts";
import { gaveUpAtLimit } from "./chain-outcome.ts";
import { defineFinding } from "./rule.ts";
import { rfc9110 } from "./sources.ts";
import { shownUrl } from "./message-values.ts";

/** Failures of the network. What a page's policy or another extension blocks is no fault of the address. */
const unreached: readonly NetworkErrorKind[] = ["dns", "refused", "unreachable", "timeout", "tls", "closed", "port"];

export const leadsNowhere = defineFinding({
  id: "leads-nowhere",
  severities: ["error"],
  source: `${rfc9110}#section-10.2.2`,
  recipes: ["behind-proxy"],
  whats: unreached,
  fixes: {
    "other-port": ["behind-proxy"],
    "double-slash": [],
    internal: ["behind-proxy"],
    certificate: [],
  },
  find: (chain) => {
    const failure = failedTarget(chain);
    if (failure === undefined || gaveUpAtLimit(chain)) return [];
    const { hop, index, url, error } = failure;
    const what = hasBlockedPort(url) ? "port" : networkErrorKind(error);
    if (!unreached.includes(what)) return [];
    const fix = what === "tls" ? "certificate" : causeOf(hop, url);
    return [{ hop: index, values: [shownUrl(url), error], what, ...(fix === undefined ? {} : { fix }) }];
  },
});

interface FailedTarget {
  /** The redirect that leads there. */
  readonly hop: Hop;
  readonly index: number;
  readonly url: string;
  readonly error: string;
}

/** The last redirect that was not the browser's own, and the failure after it. */
function failedTarget({ hops }: Chain): FailedTarget | undefined {
  const last = hops.at(-1);
  const error = last?.state === "failed" ? last.error : last?.state === "redirected" ? last.stoppedBy : undefined;
  if (last === undefined || error === undefined) return undefined;
  const index = hops.findLastIndex((hop) => hop.state === "redirected" && !isInternal(hop));
  const hop = hops[index];
  if (hop?.state !== "redirected") return undefined;
  return { hop, index, url: last.state === "redirected" ? last.redirectUrl : last.url, error };
}

function causeOf(hop: Hop, targetUrl: string): string | undefined {
  const [from, to] = [parseUrl(hop.url), parseUrl(targetUrl)];
  if (from === undefined || to === undefined) return undefined;
  // The port shown is the redirect's, before an upgrade inside the browser.
  const location = headerValue(answerOf(hop)?.headers, "location")?.trim() ?? "";
  if (/^[/\\]{2}[^/\\.:]+(?:[/\\?#]|$)/.test(location)) return "double-slash";
  if (from.hostname === to.hostname) return from.port === to.port ? undefined : "other-port";
  const scope = addressScope(targetUrl);
  const isHidden = scope === "internal" || scope === "private" || scope === "loopback";
  return isHidden && addressScope(hop.url) !== scope ? "internal" : undefined;
}

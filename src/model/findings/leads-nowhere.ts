/**
 * A server or client redirect leads to an address that can't be reached. The most common cause is an application behind
 * a proxy that puts its internal address into Location.
 */
import { parseUrl } from "../url/location-url.ts";
import { addressScope, hasBlockedPort } from "../url/addresses.ts";
import { networkErrorKind, type NetworkErrorKind } from "../meaning/network-errors.ts";
import { headerValue, answerOf, isInternal, type Chain, type Hop } from "../chain/redirect-chain.ts";
import { gaveUpAtLimit } from "./chain-outcome.ts";
import { defineFinding } from "./rule.ts";
import { rfc9110 } from "./sources.ts";
import { shownUrl } from "./message-values.ts";

/** Network failures. Requests blocked by a page's policy or another extension aren't the fault of the address. */
const connectionErrorKinds: readonly NetworkErrorKind[] = [
  "dns",
  "refused",
  "unreachable",
  "timeout",
  "tls",
  "closed",
  "port",
];

export const leadsNowhere = defineFinding({
  id: "leads-nowhere",
  severities: ["error"],
  source: `${rfc9110}#section-10.2.2`,
  recipes: ["behind-proxy"],
  whatVariants: connectionErrorKinds,
  fixVariants: {
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
    if (!connectionErrorKinds.includes(what)) return [];
    const fix = what === "tls" ? "certificate" : causeOf(hop, url);
    return [{ hop: index, values: [shownUrl(url), error], what, ...(fix === undefined ? {} : { fix }) }];
  },
});

interface FailedTarget {
  /** The redirect to the failed URL. */
  readonly hop: Hop;
  readonly index: number;
  readonly url: string;
  readonly error: string;
}

/** The last redirect that isn't internal, and the failure after it. */
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
  // Ports are compared before an internal upgrade changes them.
  const location = headerValue(answerOf(hop)?.headers, "location")?.trim() ?? "";
  if (/^[/\\]{2}[^/\\.:]+(?:[/\\?#]|$)/.test(location)) return "double-slash";
  if (from.hostname === to.hostname) return from.port === to.port ? undefined : "other-port";
  const scope = addressScope(targetUrl);
  const isHidden = scope === "internal" || scope === "private" || scope === "loopback";
  return isHidden && addressScope(hop.url) !== scope ? "internal" : undefined;
}

/**
 * Upgrades to https are reported without their cause. A host that asked for HSTS in this session (RFC 6797), in a window
 * that is known not to be private, is the evidence that the cause is HSTS (decision D23).
 */
import { headerValue, type Answer } from "../../model/chain/redirect-chain.ts";
import { parseUrl } from "../../model/url/location-url.ts";
import { withEntry, withoutEntry, type Entries } from "./entries.ts";
import type { Quirk, QuirkFacts } from "./quirk.ts";

/** By host name. */
type Hosts = Entries<{ readonly includeSubDomains: boolean }>;

const maxHosts = 1_000;

export const hstsCauseFacts: QuirkFacts = {
  id: "hsts-cause",
  summary:
    "Every upgrade to HTTPS inside the browser is reported in the same way, with status 0 and without its cause.",
  handling:
    "The cause is HSTS if the host, or a parent domain with includeSubDomains, sent Strict-Transport-Security in this session. Otherwise, the upgrade is shown with an unknown cause.",
  seenIn: ["Firefox 153"],
  traces: ["hsts-first", "hsts-middle"],
};

export const hstsCause: Quirk<Hosts> = {
  id: "hsts-cause",
  browsers: ["firefox"],
  emptyMemory: {},
  rewrite(event, memory) {
    if (!("requestId" in event) || event.isPrivate !== false) return undefined;
    const hosts = "answer" in event ? withPolicy(memory, event.url, event.answer) : memory;
    if (hosts !== memory) return { events: [event], memory: hosts };
    const isUpgrade = event.kind === "redirected" && event.source === "upgrade";
    if (!isUpgrade || !isHstsHost(memory, event.url)) return undefined;
    return { events: [{ ...event, source: "hsts" }], memory };
  },
};

export function withPolicy(hosts: Hosts, url: string, answer: Answer): Hosts {
  if (!url.startsWith("https:")) return hosts;
  const policy = headerValue(answer.headers, "strict-transport-security");
  const host = policy === undefined ? undefined : parseUrl(url)?.hostname;
  if (policy === undefined || host === undefined) return hosts;
  const maxAge = /(?:^|;)\s*max-age\s*=\s*"?(\d+)/i.exec(policy)?.[1];
  if (maxAge === undefined) return hosts;
  if (Number(maxAge) === 0) return withoutEntry(hosts, host);
  const includeSubDomains = /(?:^|;)\s*includesubdomains\s*(?:;|$)/i.test(policy);
  return hosts[host]?.includeSubDomains === includeSubDomains
    ? hosts
    : withEntry(hosts, host, { includeSubDomains }, maxHosts);
}

export function isHstsHost(hosts: Hosts, url: string): boolean {
  const host = parseUrl(url)?.hostname ?? "";
  if (Object.hasOwn(hosts, host)) return true;
  const labels = host.split(".");
  return labels.some((_, index) => {
    const parent = labels.slice(index + 1).join(".");
    return Object.hasOwn(hosts, parent) && hosts[parent]?.includeSubDomains === true;
  });
}

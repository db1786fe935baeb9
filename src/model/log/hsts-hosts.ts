/**
 * The hosts that asked for HSTS in this session (RFC 6797). Firefox reports every upgrade to https in the same way,
 * whatever its cause; that a host is known here is the evidence that the cause is HSTS. Only windows that are known not to
 * be private add to it, so it stays empty in Chromium, which does not tell, and names HSTS by itself.
 */
import { headerValue, type Answer } from "../chain/redirect-chain.ts";
import { parseUrl } from "../url/location-url.ts";

/** Host name → whether its subdomains are meant, too. */
export type HstsHosts = Record<string, { readonly includeSubDomains: boolean }>;

const maxHosts = 1_000;

/** Notes the Strict-Transport-Security of an https answer. True when something changed. */
export function noteHsts(hosts: HstsHosts, url: string, answer: Answer): boolean {
  if (!url.startsWith("https:")) return false;
  const policy = headerValue(answer.headers, "strict-transport-security");
  const host = policy === undefined ? undefined : parseUrl(url)?.hostname;
  if (policy === undefined || host === undefined) return false;
  const known = hosts[host];
  const maxAge = /(?:^|;)\s*max-age\s*=\s*"?(\d+)/i.exec(policy)?.[1];
  if (maxAge === undefined) return false;
  if (Number(maxAge) === 0) return known !== undefined && delete hosts[host];
  const includeSubDomains = /(?:^|;)\s*includesubdomains\s*(?:;|$)/i.test(policy);
  if (known?.includeSubDomains === includeSubDomains) return false;
  if (known === undefined && Object.keys(hosts).length >= maxHosts) return false;
  hosts[host] = { includeSubDomains };
  return true;
}

export function isHstsHost(hosts: HstsHosts, url: string): boolean {
  const host = parseUrl(url)?.hostname ?? "";
  if (Object.hasOwn(hosts, host)) return true;
  const labels = host.split(".");
  return labels.some((_, index) => {
    const parent = labels.slice(index + 1).join(".");
    return Object.hasOwn(hosts, parent) && hosts[parent]?.includeSubDomains === true;
  });
}

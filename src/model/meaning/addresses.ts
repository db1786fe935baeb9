/** What a host name says about who can reach it. Names and ranges that are reserved: RFC 6761, 6762, 8375, 1918, 3927, 4193. */
import { parseUrl } from "../location-url.ts";

/**
 * `loopback`: this machine only; `private`: an address of a local network; `internal`: a name that public DNS does not
 * have (a container, an intranet); `reserved`: names for tests and examples; `public`: all others.
 */
export type AddressScope = "loopback" | "private" | "internal" | "reserved" | "public";

export function addressScope(url: string): AddressScope | undefined {
  const host = parseUrl(url)?.hostname.replace(/\.$/, "");
  if (host === undefined || host === "") return undefined;
  if (host.startsWith("[")) return ipv6Scope(host.slice(1, -1));
  const bytes = /^\d+\.\d+\.\d+\.\d+$/.test(host) ? host.split(".").map(Number) : undefined;
  return bytes === undefined ? nameScope(host) : ipv4Scope(bytes);
}

/** Whether http to it stays on this machine or in a network that its owner has to trust anyway. */
export function isLocalScope(url: string): boolean {
  const scope = addressScope(url);
  return scope !== undefined && scope !== "public";
}

function ipv4Scope([a = 0, b = 0]: readonly number[]): AddressScope {
  if (a === 127 || a === 0) return "loopback";
  const isPrivate =
    a === 10 ||
    (a === 172 && b >= 16 && b <= 31) ||
    (a === 192 && b === 168) ||
    (a === 169 && b === 254) ||
    // Carrier-grade NAT (RFC 6598), which overlay networks use, too.
    (a === 100 && b >= 64 && b <= 127);
  return isPrivate ? "private" : "public";
}

function ipv6Scope(address: string): AddressScope {
  if (address === "::1" || address === "::") return "loopback";
  const mapped = /^::ffff:([\da-f]{1,4}):([\da-f]{1,4})$/.exec(address);
  if (mapped !== null) {
    const [high = 0, low = 0] = mapped.slice(1).map((part) => Number.parseInt(part, 16));
    return ipv4Scope([high >> 8, high & 255, low >> 8, low & 255]);
  }
  // Unique local and link-local addresses.
  return /^(?:f[cd]|fe[89ab])/.test(address) ? "private" : "public";
}

const internalDomains: ReadonlySet<string> = new Set(
  "internal local localdomain lan home corp intranet private docker svc cluster consul domain".split(" "),
);
const reservedDomains: ReadonlySet<string> = new Set(["test", "example", "invalid"]);

function nameScope(host: string): AddressScope {
  const labels = host.split(".");
  const top = labels.at(-1) ?? "";
  if (top === "localhost") return "loopback";
  if (labels.length === 1 || internalDomains.has(top) || host.endsWith(".home.arpa")) return "internal";
  return reservedDomains.has(top) ? "reserved" : "public";
}

/**
 * Who can reach a host, judged by its name or address. Reserved names and ranges: RFC 6761, 6762, 8375, 1918, 3927,
 * 4193.
 */
import { parseUrl } from "./location-url.ts";

/**
 * `loopback`: this machine only; `private`: an address in a local network; `internal`: a name that isn't in public DNS
 * (a container, an intranet); `reserved`: names for tests and examples; `public`: all others.
 */
export type AddressScope = "loopback" | "private" | "internal" | "reserved" | "public";

export function addressScope(url: string): AddressScope | undefined {
  const host = parseUrl(url)?.hostname.replace(/\.$/, "");
  if (host === undefined || host === "") return undefined;
  if (host.startsWith("[")) return ipv6Scope(host.slice(1, -1));
  const bytes = /^\d+\.\d+\.\d+\.\d+$/.test(host) ? host.split(".").map(Number) : undefined;
  return bytes === undefined ? nameScope(host) : ipv4Scope(bytes);
}

/** https://fetch.spec.whatwg.org/#bad-port */
const blockedPorts: ReadonlySet<number> = new Set([
  0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104, 109, 110,
  111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515, 526, 530, 531, 532,
  540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061,
  6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
]);

/** Whether browsers block HTTP requests to the URL's port. */
export function hasBlockedPort(url: string): boolean {
  const port = parseUrl(url)?.port ?? "";
  return port !== "" && blockedPorts.has(Number(port));
}

/** Whether plain HTTP to this URL stays on this machine or in a local network. */
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
    // Carrier-grade NAT (RFC 6598), also used by overlay networks.
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

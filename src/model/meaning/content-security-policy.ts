/** The part of Content Security Policy that applies to redirects: matching source lists (CSP 3 §6.7.2). */
import { parseUrl } from "../url/location-url.ts";

/**
 * The sources of a directive in each policy that has it. A header line can have several policies, separated by commas.
 */
export function directivesOf(headerLines: readonly string[], name: string): string[][] {
  return headerLines
    .flatMap((line) => line.split(","))
    .flatMap((policy) => {
      // The first directive of a name counts (CSP 3 §2.2.1).
      const directive = policy
        .split(";")
        .map((text) => text.trim().split(/\s+/))
        .find(([first]) => first?.toLowerCase() === name);
      return directive === undefined ? [] : [directive.slice(1)];
    });
}

/** Whether a source list allows a URL. `selfUrl`: a URL of the origin that `'self'` refers to. */
export function matchesSources(sources: readonly string[], url: string, selfUrl: string): boolean {
  const [target, self] = [parseUrl(url), parseUrl(selfUrl)];
  if (target === undefined || self === undefined) return false;
  return sources.some((source) => {
    const lower = source.toLowerCase();
    if (lower === "'self'") return isSelf(target, self);
    return lower.startsWith("'") ? false : matchesSource(lower, target, self);
  });
}

function isSelf(target: URL, self: URL): boolean {
  if (target.origin === self.origin) return true;
  return (
    target.hostname === self.hostname && isUpgrade(self.protocol, target.protocol) && hasDefaultPorts(target, self)
  );
}

function hasDefaultPorts(...urls: readonly URL[]): boolean {
  return urls.every(({ port }) => port === "");
}

function matchesSource(source: string, target: URL, self: URL): boolean {
  if (source === "*") return /^(?:https?|wss?):$/.test(target.protocol) || target.protocol === self.protocol;
  const scheme = /^([a-z][a-z\d+.-]*):$/.exec(source)?.[1];
  if (scheme !== undefined) return isSchemeMatch(`${scheme}:`, target.protocol);
  const [, sourceScheme, host = "", port, path = ""] =
    /^(?:([a-z][a-z\d+.-]*):\/\/)?(\*|(?:\*\.)?[a-z\d_.-]+|\[[\da-f:]+\])(?::(\d+|\*))?(\/[^?#]*)?$/.exec(source) ?? [];
  if (host === "" || !isSchemeMatch(sourceScheme === undefined ? self.protocol : `${sourceScheme}:`, target.protocol)) {
    return false;
  }
  return isHostMatch(host, target.hostname) && isPortMatch(port, target) && isPathMatch(path, target.pathname);
}

function isSchemeMatch(allowed: string, actual: string): boolean {
  return allowed === actual || isUpgrade(allowed, actual);
}

function isUpgrade(from: string, to: string): boolean {
  return (from === "http:" && to === "https:") || (from === "ws:" && to === "wss:");
}

function isHostMatch(pattern: string, host: string): boolean {
  if (pattern === "*") return true;
  return pattern.startsWith("*.") ? host.endsWith(pattern.slice(1)) : host === pattern;
}

function isPortMatch(port: string | undefined, { port: actual, protocol }: URL): boolean {
  if (port === "*") return true;
  const used = actual === "" ? (protocol === "https:" || protocol === "wss:" ? "443" : "80") : actual;
  if (port === undefined) return actual === "";
  return port === used || (port === "80" && used === "443");
}

function isPathMatch(path: string, actual: string): boolean {
  if (path === "" || path === "/") return true;
  return path.endsWith("/") ? actual.startsWith(path) : actual === path;
}

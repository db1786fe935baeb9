/**
 * The meaning of 300 to 308: the single table of status code facts. Sources: RFC 9110 §15.1 and §15.4, the Fetch
 * standard's "redirect status" and "HTTP-redirect fetch", Google's "Redirects and Google Search".
 */

/** The statuses that browsers follow (Fetch, "redirect status"). */
export const redirectStatuses = [301, 302, 303, 307, 308] as const;
export type RedirectStatus = (typeof redirectStatuses)[number];

/** Every defined 3xx status. */
export type RedirectionStatus = RedirectStatus | 300 | 304 | 305 | 306;

export interface StatusFacts {
  readonly reasonPhrase: string;
  /** Browsers follow it if it has a Location. */
  readonly isFollowed: boolean;
  readonly permanence: "permanent" | "temporary" | "none";
  /** `post-to-get`: only POST becomes GET; `all-to-get`: all methods but HEAD become GET; `keep`: no change. */
  readonly methodRule: "post-to-get" | "all-to-get" | "keep" | "none";
  /** May be stored without explicit freshness (RFC 9110 §15.1, "heuristically cacheable"). */
  readonly isCacheableByDefault: boolean;
  /** The section of RFC 9110 that defines it. */
  readonly rfc9110Section: string;
  /** The section of the previous standard, which older pages cite. */
  readonly formerSection: string;
}

export const statusFacts: Readonly<Record<RedirectionStatus, StatusFacts>> = {
  300: facts("Multiple Choices", "none", "none", true, "15.4.1", "RFC 7231 §6.4.1"),
  301: facts("Moved Permanently", "permanent", "post-to-get", true, "15.4.2", "RFC 7231 §6.4.2"),
  302: facts("Found", "temporary", "post-to-get", false, "15.4.3", "RFC 7231 §6.4.3"),
  303: facts("See Other", "temporary", "all-to-get", false, "15.4.4", "RFC 7231 §6.4.4"),
  304: facts("Not Modified", "none", "none", false, "15.4.5", "RFC 7232 §4.1"),
  305: facts("Use Proxy", "none", "none", false, "15.4.6", "RFC 7231 §6.4.5"),
  306: facts("(Unused)", "none", "none", false, "15.4.7", "RFC 7231 §6.4.6"),
  307: facts("Temporary Redirect", "temporary", "keep", false, "15.4.8", "RFC 7231 §6.4.7"),
  308: facts("Permanent Redirect", "permanent", "keep", true, "15.4.9", "RFC 7538 §3"),
};

export function isRedirectStatus(status: number): status is RedirectStatus {
  return (redirectStatuses as readonly number[]).includes(status);
}

export function isRedirectionStatus(status: number): status is RedirectionStatus {
  return Object.hasOwn(statusFacts, status);
}

function facts(
  reasonPhrase: string,
  permanence: StatusFacts["permanence"],
  methodRule: StatusFacts["methodRule"],
  isCacheableByDefault: boolean,
  rfc9110Section: string,
  formerSection: string,
): StatusFacts {
  const isFollowed = methodRule !== "none";
  return { reasonPhrase, isFollowed, permanence, methodRule, isCacheableByDefault, rfc9110Section, formerSection };
}

/**
 * The value of `<meta http-equiv="refresh">` and of the Refresh header: both have the same syntax.
 * HTML, "shared declarative refresh steps": https://html.spec.whatwg.org/#shared-declarative-refresh-steps
 */
import { parseUrl } from "./location-url.ts";

export interface DeclarativeRefresh {
  readonly delaySeconds: number;
  /** Absolute. A value without a URL reloads the document itself. */
  readonly url: string;
}

/** Undefined if browsers ignore the value. */
export function parseRefresh(value: string, baseUrl: string): DeclarativeRefresh | undefined {
  const parts = /^[\t\n\f\r ]*(\d+|(?=\.))[\d.]*(?:$|[\t\n\f\r ]*[;,]?[\t\n\f\r ]*(.*)$)/s.exec(value);
  if (parts === null) return undefined;
  const [whole, seconds = "", rest = ""] = parts;
  // Browsers ignore the value unless the number is followed by the end, a separator or whitespace.
  if (!/^[\t\n\f\r ]*[\d.]+(?:$|[;,\t\n\f\r ])/.test(whole)) return undefined;
  const url = parseUrl(unquoted(rest.replace(/^url[\t\n\f\r ]*=[\t\n\f\r ]*/i, "")), baseUrl);
  return url === undefined ? undefined : { delaySeconds: Number(seconds), url: url.href };
}

function unquoted(url: string): string {
  const quote = url[0];
  return quote === '"' || quote === "'" ? (url.slice(1).split(quote, 1)[0] ?? "") : url;
}

/** The possible redirect targets of a HAR entry: its redirectURL and Location can differ, in meaning or in spelling. */
import { isWebUrl, locationUrl, parseUrl } from "../url/location-url.ts";
import type { Header } from "../chain/redirect-chain.ts";
import { locationCandidates } from "./location-candidates.ts";

export interface HarTarget {
  /** Absolute. */
  readonly url: string;
  /** As written in the file. */
  readonly written: string;
  /** `written`, decoded to text. */
  readonly location: string;
}

/** The most likely target first; the file's other entries decide between several. */
export function harTargets(written: readonly (string | undefined)[], url: string): readonly HarTarget[] {
  const targets = written.flatMap((text) =>
    text === undefined
      ? []
      : locationCandidates(text).flatMap((location) => {
          const target = absolute(location, url);
          return target === undefined ? [] : [{ url: target, written: text, location }];
        }),
  );
  return targets.filter((target, at) => targets.findIndex((other) => other.url === target.url) === at);
}

function absolute(location: string, url: string): string | undefined {
  const target = locationUrl(location, url);
  if ("url" in target) return target.url;
  // Some browsers don't parse URLs of more than 1 MiB.
  if (location.length > 2 ** 20 && isWebUrl(location)) return location;
  // A redirect can also point to a scheme that browsers don't follow.
  return parseUrl(location, url)?.href;
}

/** Replaces the Location by its decoded text; adds it if the file has none. */
export function withTarget(headers: readonly Header[], target: HarTarget | undefined): readonly Header[] {
  if (target === undefined) return headers;
  const isLocation = ({ name }: Header) => name.toLowerCase() === "location";
  if (!headers.some(isLocation)) return [...headers, { name: "Location", value: target.location }];
  return headers.map((header) =>
    isLocation(header) && header.value === target.written ? { ...header, value: target.location } : header,
  );
}

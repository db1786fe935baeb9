/** Where an entry of a HAR can lead to: its redirectURL and its Location need not be the same, or be written alike. */
import { isWebUrl, locationUrl, parseUrl } from "../url/location-url.ts";
import type { Header } from "../chain/redirect-chain.ts";
import { locationReadings } from "./location-readings.ts";

export interface HarTarget {
  /** Absolute. */
  readonly url: string;
  /** As it stands in the file. */
  readonly written: string;
  /** The same as text. */
  readonly location: string;
}

/** The likeliest first: of addresses written in several ways, the file's other entries tell which was meant. */
export function harTargets(written: readonly (string | undefined)[], url: string): readonly HarTarget[] {
  const targets = written.flatMap((text) =>
    text === undefined
      ? []
      : locationReadings(text).flatMap((location) => {
          const target = absolute(location, url);
          return target === undefined ? [] : [{ url: target, written: text, location }];
        }),
  );
  return targets.filter((target, at) => targets.findIndex((other) => other.url === target.url) === at);
}

function absolute(location: string, url: string): string | undefined {
  const target = locationUrl(location, url);
  if ("url" in target) return target.url;
  // Firefox (153) makes no URL of more than 1 MiB (its setting network.standard-url.max-length).
  if (location.length > 2 ** 20 && isWebUrl(location)) return location;
  // Where browsers do not follow to, a redirect can lead all the same.
  return parseUrl(location, url)?.href;
}

/** The Location as text; added where the file has none. */
export function withTarget(headers: readonly Header[], target: HarTarget | undefined): readonly Header[] {
  if (target === undefined) return headers;
  const isLocation = ({ name }: Header) => name.toLowerCase() === "location";
  if (!headers.some(isLocation)) return [...headers, { name: "Location", value: target.location }];
  return headers.map((header) =>
    isLocation(header) && header.value === target.written ? { ...header, value: target.location } : header,
  );
}

/** A PUT, PATCH or DELETE was repeated at another path, because 301 and 302 change only POST. */
import { fetchStandard } from "./sources.ts";
import { wasSent } from "../meaning/network-errors.ts";
import { parseUrl } from "../url/location-url.ts";
import { isUrlVariant } from "../url/compare-urls.ts";
import { followedHops, defineFinding } from "./rule.ts";

const unsafeMethods: ReadonlySet<string> = new Set(["PUT", "PATCH", "DELETE"]);

export const unsafeMethodKept = defineFinding({
  id: "unsafe-method-kept",
  severities: ["warning"],
  source: `${fetchStandard}#http-redirect-fetch`,
  recipes: ["see-other"],
  find: (chain) =>
    followedHops(chain)
      .filter(
        ({ hop, next }) =>
          hop.source === "server" &&
          (hop.answer.status === 301 || hop.answer.status === 302) &&
          unsafeMethods.has(hop.method) &&
          next.method === hop.method &&
          wasSent(next) !== false &&
          parseUrl(hop.url)?.pathname !== parseUrl(next.url)?.pathname &&
          // A variant of the same URL is the same resource, so repeating the request is right.
          !isUrlVariant(hop.url, next.url),
      )
      .map(({ hop, index }) => ({ hop: index, values: [hop.method] })),
});

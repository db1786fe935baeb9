/** A PUT, PATCH or DELETE repeated at another path, because 301 and 302 change POST only. */
import { parseUrl } from "../location-url.ts";
import { isRespelled } from "./compare-urls.ts";
import { followedHops, type FindFindings } from "./finding.ts";

const unsafeMethods: ReadonlySet<string> = new Set(["PUT", "PATCH", "DELETE"]);

export const findUnsafeMethodKept: FindFindings = (chain) =>
  followedHops(chain)
    .filter(
      ({ hop, next }) =>
        hop.source === "server" &&
        (hop.answer.status === 301 || hop.answer.status === 302) &&
        unsafeMethods.has(hop.method) &&
        next.method === hop.method &&
        parseUrl(hop.url)?.pathname !== parseUrl(next.url)?.pathname &&
        // The same thing under its right name: there the request does belong.
        !isRespelled(hop.url, next.url),
    )
    .map(({ hop, index }) => ({ id: "unsafe-method-kept", severity: "warning", hop: index, values: [hop.method] }));

/** A URL of the chain contains a user name or a password. Reported once, at the first occurrence. */
import { rfc9110 } from "./sources.ts";
import { parseUrl } from "../url/location-url.ts";
import { defineFinding } from "./rule.ts";
import { serverRedirects } from "./server-redirects.ts";
import { shownUrl } from "./message-values.ts";

export const credentialsInUrl = defineFinding({
  id: "credentials-in-url",
  severities: ["error"],
  source: `${rfc9110}#section-4.2.4`,
  find: (chain) => {
    const targets = new Map(serverRedirects(chain).map(({ index, target }) => [index, target]));
    const [found] = chain.hops.flatMap((hop, index) =>
      [hop.url, targets.get(index) ?? ""].filter(hasCredentials).map((url) => ({ index, url })),
    );
    return found === undefined ? [] : [{ hop: found.index, values: [shownUrl(found.url)] }];
  },
});

function hasCredentials(url: string): boolean {
  // Fast path: parsing every URL would be most of the work of computing findings.
  if (!url.includes("@")) return false;
  const parsed = parseUrl(url);
  return parsed !== undefined && (parsed.username !== "" || parsed.password !== "");
}

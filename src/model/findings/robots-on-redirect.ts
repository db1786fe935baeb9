/** A redirect response with an X-Robots-Tag: no search engine documents how it handles the header on a redirect. */
import { headerLines } from "./header-lists.ts";
import { isDocument } from "./chain-outcome.ts";
import { isGetOrHead } from "./crawler-redirects.ts";
import { defineFinding } from "./rule.ts";
import { serverRedirects } from "./server-redirects.ts";
import { google } from "./sources.ts";
import { joinNames } from "./message-values.ts";

export const robotsOnRedirect = defineFinding({
  id: "robots-on-redirect",
  severities: ["info"],
  source: `${google}/robots-meta-tag`,
  find: (chain) =>
    isDocument(chain)
      ? serverRedirects(chain).flatMap(({ hop, index, answer }) => {
          const rules = headerLines(answer, "x-robots-tag");
          return rules.length === 0 || !isGetOrHead(hop) ? [] : [{ hop: index, values: [joinNames(rules)] }];
        })
      : [],
});

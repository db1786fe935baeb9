/** A redirect that has an X-Robots-Tag itself: no search engine documents what it makes of one that is not on the page. */
import { headerLines } from "./header-lists.ts";
import { isDocument } from "./chain-outcome.ts";
import { isReading } from "./crawler-redirects.ts";
import { defineFinding } from "./rule.ts";
import { serverRedirects } from "./server-redirects.ts";
import { google } from "./sources.ts";
import { listed } from "./message-values.ts";

export const robotsOnRedirect = defineFinding({
  id: "robots-on-redirect",
  severities: ["info"],
  source: `${google}/robots-meta-tag`,
  find: (chain) =>
    isDocument(chain)
      ? serverRedirects(chain).flatMap(({ hop, index, answer }) => {
          const rules = headerLines(answer, "x-robots-tag");
          return rules.length === 0 || !isReading(hop) ? [] : [{ hop: index, values: [listed(rules)] }];
        })
      : [],
});

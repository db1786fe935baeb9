/**
 * More redirects than recommended for crawlers. Google advises "ideally no more than 3"; Googlebot follows up to 10.
 * Not reported for chains without a final URL: loops have their own findings.
 */
import { google } from "./sources.ts";
import { lastHop } from "../chain/redirect-chain.ts";
import { gaveUpAtLimit, isFinished } from "./chain-outcome.ts";
import { crawlerRedirects } from "./crawler-redirects.ts";
import { defineFinding, type Severity } from "./rule.ts";
import { shownUrl } from "./message-values.ts";

export const longChain = defineFinding({
  id: "long-chain",
  severities: ["info", "warning", "error"],
  source: `${google}/site-move-with-url-changes`,
  recipes: ["permanent", "one-host"],
  find: (chain) => {
    if (chain.beginningMissed === true || !isFinished(chain) || gaveUpAtLimit(chain)) return [];
    const count = crawlerRedirects(chain).filter(({ index }) => index < chain.hops.length - 1).length;
    if (count < 2) return [];
    return [{ severity: severityOf(count), values: [String(count), shownUrl(lastHop(chain).url)] }];
  },
});

function severityOf(count: number): Severity {
  if (count > 10) return "error";
  return count >= 3 ? "warning" : "info";
}

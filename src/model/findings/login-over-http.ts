/**
 * A form was sent over http, or would have been without HSTS: a browser that doesn't have the host in its HSTS list
 * sends it in clear text. Other upgrades are no evidence: with the page's own policy, no browser sends the form over
 * http.
 */
import { answerOf, type Hop } from "../chain/redirect-chain.ts";
import { isLocalScope } from "../url/addresses.ts";
import { originOf } from "../url/compare-urls.ts";
import { defineFinding } from "./rule.ts";
import { joinNames, secretsFirst } from "./message-values.ts";

export const loginOverHttp = defineFinding({
  id: "login-over-http",
  severities: ["error", "info"],
  fixVariants: { local: [] },
  source: "https://web.dev/articles/why-https-matters",
  find: (chain) => {
    const reported = new Set<string>();
    return chain.hops.flatMap((hop, index) => {
      const { body, url } = hop;
      const fields = body.presence === "present" && body.kind === "form" ? (body.fieldNames ?? []) : [];
      if (fields.length === 0 || !url.startsWith("http:") || !wasSentOverHttp(hop)) return [];
      const origin = originOf(url);
      // Once per origin: a redirect that keeps the method resends the form to the same origin.
      if (reported.has(origin)) return [];
      reported.add(origin);
      const occurrence = { hop: index, values: [origin, joinNames(secretsFirst(fields))] };
      // Plain http is common on a development machine or in a local network.
      return [isLocalScope(url) ? { ...occurrence, severity: "info", fix: "local" } : occurrence];
    });
  },
});

function wasSentOverHttp(hop: Hop): boolean {
  return answerOf(hop) !== undefined || (hop.state === "redirected" && hop.source === "hsts");
}

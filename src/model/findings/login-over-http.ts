/**
 * A form was sent by http, or would have been, had HSTS not stepped in: a browser that does not know the host yet sends
 * it in the clear. Other upgrades are no evidence: with the page's own policy no browser sends it by http.
 */
import { answerOf, type Hop } from "../chain/redirect-chain.ts";
import { isLocalScope } from "../url/addresses.ts";
import { originOf } from "../url/compare-urls.ts";
import { defineFinding } from "./rule.ts";
import { listed, secretsFirst } from "./message-values.ts";

export const loginOverHttp = defineFinding({
  id: "login-over-http",
  severities: ["error", "info"],
  fixes: { local: [] },
  source: "https://web.dev/articles/why-https-matters",
  find: (chain) => {
    const said = new Set<string>();
    return chain.hops.flatMap((hop, index) => {
      const { body, url } = hop;
      const fields = body.presence === "present" && body.kind === "form" ? (body.fieldNames ?? []) : [];
      if (fields.length === 0 || !url.startsWith("http:") || !wentByHttp(hop)) return [];
      const origin = originOf(url);
      // Once for each origin: a redirect that keeps the form sends it there again.
      if (said.has(origin)) return [];
      said.add(origin);
      const occurrence = { hop: index, values: [origin, listed(secretsFirst(fields))] };
      // On a development machine or in a local network, plain http is usual.
      return [isLocalScope(url) ? { ...occurrence, severity: "info", fix: "local" } : occurrence];
    });
  },
});

function wentByHttp(hop: Hop): boolean {
  return answerOf(hop) !== undefined || (hop.state === "redirected" && hop.source === "hsts");
}

/** A chain as the rows that the panel is expected to show, in the words of the scenarios. */
import type { ExpectedHop } from "../../lab/scenarios/scenario.ts";
import { followedBody } from "../../src/model/followed-body.ts";
import { answerOf, type Chain, type RedirectSource } from "../../src/model/redirect-chain.ts";
import { maskCredentials } from "../../src/model/masking.ts";
import { hopSeoMeaning } from "../../src/model/seo-meaning.ts";

const sourceTexts: Readonly<Record<Exclude<RedirectSource, "server">, string>> = {
  hsts: "HSTS",
  upgrade: "Upgrade",
  extension: "Extension",
  "service-worker": "Service worker",
  browser: "Browser",
  "meta-refresh": "Meta refresh",
  "refresh-header": "Refresh header",
  script: "Script",
};

const seoTexts = { permanent: "Permanent", temporary: "Temporary", none: "None (browser)" } as const;

export function rowsOf(chain: Chain): ExpectedHop[] {
  return chain.hops.map((hop, index) => {
    const next = chain.hops[index + 1];
    const meaning = hopSeoMeaning(hop);
    const fate = next === undefined ? undefined : followedBody(hop, next);
    const statusText =
      hop.state === "redirected" && hop.source !== "server"
        ? sourceTexts[hop.source]
        : hop.state === "failed"
          ? "Failed"
          : String(answerOf(hop)?.status ?? "Pending");
    return {
      status: statusText,
      method: next === undefined ? hop.method : `${hop.method} → ${next.method}`,
      body:
        hop.body.presence === "absent"
          ? "none"
          : hop.body.presence === "unknown" || fate === "unknown"
            ? "unknown"
            : fate === "kept" || fate === "lost"
              ? `sent → ${fate}`
              : "sent",
      seo: meaning === undefined ? "—" : seoTexts[meaning],
      url: maskCredentials(hop.url),
    };
  });
}

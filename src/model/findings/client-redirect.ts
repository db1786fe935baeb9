/** A redirect by the page instead of the server: a meta refresh, a Refresh header or a script. */
import { google } from "./sources.ts";
import { isClientRedirect, type ClientRedirect } from "../chain/redirect-chain.ts";
import { defineFinding } from "./rule.ts";

export const clientRedirect = defineFinding({
  id: "client-redirect",
  severities: ["info", "warning"],
  source: `${google}/301-redirects`,
  recipes: ["permanent"],
  find: (chain) =>
    chain.hops.flatMap((hop, index) =>
      hop.state === "redirected" && isClientRedirect(hop)
        ? [
            {
              severity: hop.source === "script" ? "warning" : "info",
              hop: index,
              values: [sourceCodeOf(hop)],
            },
          ]
        : [],
    ),
});

/** The redirect as source code, which needs no translation. */
function sourceCodeOf({ source, delaySeconds }: ClientRedirect): string {
  const delay = delaySeconds === undefined ? "…" : String(delaySeconds);
  switch (source) {
    case "meta-refresh":
      return `<meta http-equiv="refresh" content="${delay}">`;
    case "refresh-header":
      return `Refresh: ${delay}`;
    case "script":
      return "<script>";
    case "page":
      return `<meta http-equiv="refresh"> / <script>`;
  }
}

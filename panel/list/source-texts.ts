/** Message names for the sources of redirects. Without the messages themselves, so that unit tests can import this. */
import type { RedirectSource } from "../../src/model/chain/redirect-chain.ts";
import type { TextName } from "../ui/texts.ts";

export const sourceTexts = {
  hsts: "statusHsts",
  upgrade: "statusUpgrade",
  extension: "statusExtension",
  "service-worker": "statusServiceWorker",
  browser: "statusBrowser",
  "meta-refresh": "statusMetaRefresh",
  "refresh-header": "statusRefreshHeader",
  script: "statusScript",
  page: "statusPage",
} as const satisfies Record<Exclude<RedirectSource, "server">, TextName>;

/** What the Status column and the picture call a hop's end: a number, the word of a cause, `Failed`, `Pending`. */
import { answerOf, type Hop, type RedirectSource } from "../src/model/redirect-chain.ts";
import { text, type TextName } from "./texts.ts";

export const sourceTexts: Readonly<Record<Exclude<RedirectSource, "server">, TextName>> = {
  hsts: "statusHsts",
  upgrade: "statusUpgrade",
  extension: "statusExtension",
  "service-worker": "statusServiceWorker",
  browser: "statusBrowser",
  "meta-refresh": "statusMetaRefresh",
  "refresh-header": "statusRefreshHeader",
  script: "statusScript",
  page: "statusPage",
};

export function hopStatus(hop: Hop): string {
  if (hop.state === "redirected" && hop.source !== "server") {
    const isUnknown = hop.source === "browser" && hop.inferred === true;
    return text(isUnknown ? "statusUnknown" : sourceTexts[hop.source]);
  }
  if (hop.state === "failed") return text("statusFailed");
  return String(answerOf(hop)?.status ?? text("statusPending"));
}

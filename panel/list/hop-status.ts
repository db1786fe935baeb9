/** The status of a hop in the list and in the picture: a number, the source of the redirect, `Failed` or `Pending`. */
import { answerOf, type Hop } from "../../src/model/chain/redirect-chain.ts";
import { sourceTexts } from "./source-texts.ts";
import { text } from "../ui/texts.ts";

export function hopStatus(hop: Hop): string {
  if (hop.state === "redirected" && hop.source !== "server") {
    const isUnknown = hop.source === "browser" && hop.inferred === true;
    return text(isUnknown ? "statusUnknown" : sourceTexts[hop.source]);
  }
  if (hop.state === "failed") return text("statusFailed");
  return String(answerOf(hop)?.status ?? text("statusPending"));
}

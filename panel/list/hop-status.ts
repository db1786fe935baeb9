/** What the Status column and the picture call a hop's end: a number, the word of a cause, `Failed`, `Pending`. */
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

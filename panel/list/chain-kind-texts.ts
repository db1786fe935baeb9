/** Message names for the kinds of chains. */
import type { ChainKind } from "../../src/model/chain/chain-kind.ts";
import type { TextName } from "../ui/texts.ts";

export const chainKindTexts = {
  page: "chainKindPage",
  form: "chainKindForm",
  frame: "chainKindFrame",
  fetch: "chainKindFetch",
  script: "chainKindScript",
  style: "chainKindStyle",
  image: "chainKindImage",
  font: "chainKindFont",
  media: "chainKindMedia",
  other: "chainKindOther",
} as const satisfies Record<ChainKind, TextName>;

/**
 * The two sentences of a headline: what happened, and what to change. The most important findings have messages of their
 * own; for all others, the first sentence of the finding's texts is used.
 */
import type { Finding } from "../../src/model/findings/finding.ts";
import { headlineFacts, type HeadlineFacts } from "../../src/model/meaning/headline.ts";
import type { Chain } from "../../src/model/chain/redirect-chain.ts";
import { text, type TextName } from "../ui/texts.ts";
import { findingTextName } from "./finding-badge.tsx";
import { firstSentenceOf } from "./first-sentence.ts";

/** Plain text, or a value within it. */
export type HeadlinePart = string | HeadlineValue;

export interface HeadlineValue {
  readonly value: string;
  readonly isUrl: boolean;
}

const urlFacts: ReadonlySet<string> = new Set<keyof HeadlineFacts>(["path", "target", "lastTarget"]);

export function headlineCause(chain: Chain, finding: Finding): readonly HeadlinePart[] {
  const { what, fix } = finding;
  // A variant has a sentence of its own.
  const names = what !== undefined ? [] : fix === undefined ? [""] : [`_${fix}`, ""];
  return ownText(chain, finding, names) ?? firstSentence(finding, "what");
}

export function headlineChange(chain: Chain, finding: Finding): readonly HeadlinePart[] {
  const { fix } = finding;
  return ownText(chain, finding, [fix === undefined ? "_change" : `_change_${fix}`]) ?? firstSentence(finding, "fix");
}

/** The first of the messages `headline_<id><ending>` that exists and names only facts of this chain. */
function ownText(chain: Chain, finding: Finding, endings: readonly string[]): readonly HeadlinePart[] | undefined {
  const facts = Object.entries(headlineFacts(chain, finding));
  const values = facts.map(([fact, value]) => ({ value, isUrl: urlFacts.has(fact) }));
  for (const ending of endings) {
    const name = `headline_${finding.id}${ending}`.replaceAll("-", "_") as TextName;
    const parts = partsOf(text(name, ...marksFor(values)), values);
    const isMissing = parts.some((part) => typeof part !== "string" && part.value === "");
    if (parts.length > 0 && !isMissing) return parts;
  }
  return undefined;
}

function firstSentence(finding: Finding, part: "what" | "fix"): readonly HeadlinePart[] {
  const values = (finding.values ?? []).map((value) => ({ value, isUrl: value.includes("/") }));
  return partsOf(firstSentenceOf(text(findingTextName(finding, part), ...marksFor(values))), values);
}

/** Private-use characters as placeholders, which no message contains. */
function marksFor(values: readonly HeadlineValue[]): string[] {
  return values.map((_, index) => String.fromCharCode(0xe000 + index));
}

function partsOf(template: string, values: readonly HeadlineValue[]): readonly HeadlinePart[] {
  const parts = template.split(/([\ue000-\ue00f])/).filter((part) => part !== "");
  const marks = marksFor(values);
  return parts.map((part) => values[marks.indexOf(part)] ?? part);
}

/** What a finding says: what happened, what to change, and the source. */
import { ruleOf, type Finding } from "../../src/model/findings/finding.ts";
import { asCode } from "../details/as-code.tsx";
import { Link } from "../ui/link.tsx";
import { richText, text } from "../ui/texts.ts";
import { findingTextName } from "./finding-badge.tsx";

export function findingText(finding: Finding, part: "what" | "fix") {
  return richText(findingTextName(finding, part), ...(finding.values ?? []).map(asCode));
}

export function FindingSource({ finding }: { readonly finding: Finding }) {
  const url = ruleOf(finding).source;
  return <Link url={url}>{text("findingSource", new URL(url).hostname)}</Link>;
}

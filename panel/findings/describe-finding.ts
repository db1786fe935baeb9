/** The texts of a finding, for exports. */
import type { Finding } from "../../src/model/findings/finding.ts";
import type { FindingTexts } from "../../src/model/url/url-masking.ts";
import { text } from "../ui/texts.ts";
import { findingTextName } from "./finding-badge.tsx";

export function describeFinding(finding: Finding): FindingTexts {
  const textOf = (part: "title" | "what" | "fix") => text(findingTextName(finding, part), ...(finding.values ?? []));
  return { title: textOf("title"), what: textOf("what"), fix: textOf("fix") };
}

/** A finding's title, with its severity as an icon and a colour, and its explanation as the tooltip. */
import type { Finding } from "../../src/model/findings/finding.ts";
import { text, type TextName } from "../ui/texts.ts";
import { cutInMiddle, visibleText } from "../ui/visible-text.ts";

export const severityIcons = { error: "✕", warning: "⚠", info: "i" } as const;
const severityTexts = { error: "severityError", warning: "severityWarning", info: "severityInfo" } as const;

export function FindingBadge({ finding }: { readonly finding: Finding }) {
  const title = text(findingTextName(finding, "title"));
  const values = (finding.values ?? []).map((value) => cutInMiddle(visibleText(value), 200));
  return (
    <span class={`finding finding-${finding.severity}`} title={text(findingTextName(finding, "what"), ...values)}>
      <span aria-hidden="true">{severityIcons[finding.severity]}</span>
      <span class="for-screen-readers">{text(severityTexts[finding.severity])}</span>{" "}
      {finding.hop === undefined ? title : text("findingAtHop", title, finding.hop + 1)}
    </span>
  );
}

/** `body-lost` → `finding_body_lost_what`: message names have no hyphens. A test checks that every message exists. */
export function findingTextName(
  { id, what, fix }: Pick<Finding, "id" | "what" | "fix">,
  part: "title" | "what" | "fix",
): TextName {
  const variant = part === "what" ? what : part === "fix" ? fix : undefined;
  const name = ["finding", id, part, ...(variant === undefined ? [] : [variant])].join("_").replaceAll("-", "_");
  return name as TextName;
}

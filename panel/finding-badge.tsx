/** A finding in one or two words: its severity by shape and colour, its explanation on hover. */
import type { Finding, FindingId } from "../src/model/findings/finding.ts";
import { text } from "./texts.ts";
import { cutInMiddle, visibleText } from "./visible-text.ts";

export const severitySigns = { error: "✕", warning: "⚠", info: "i" } as const;
const severityTexts = { error: "severityError", warning: "severityWarning", info: "severityInfo" } as const;

export function FindingBadge({ finding }: { readonly finding: Finding }) {
  const name = findingTextName(finding);
  const values = (finding.values ?? []).map((value) => cutInMiddle(visibleText(value), 200));
  return (
    <span class={`finding finding-${finding.severity}`} title={text(`${name}_what`, ...values)}>
      <span aria-hidden="true">{severitySigns[finding.severity]}</span>
      <span class="for-screen-readers">{text(severityTexts[finding.severity])}</span>{" "}
      {finding.hop === undefined ? text(`${name}_title`) : text("findingAtHop", text(`${name}_title`), finding.hop + 1)}
    </span>
  );
}

type Underscored<Id extends string> = Id extends `${infer Head}-${infer Tail}` ? `${Head}_${Underscored<Tail>}` : Id;

/** `body-lost` → `finding_body_lost`: names of messages have no hyphens. */
export function findingTextName({ id }: Pick<Finding, "id">): `finding_${Underscored<FindingId>}` {
  return `finding_${id.replaceAll("-", "_") as Underscored<FindingId>}`;
}

/** A finding in one or two words: its severity by shape and colour, its explanation on hover. */
import type { Finding } from "../src/model/findings/finding.ts";
import { text, type TextName } from "./texts.ts";

const severitySigns = { error: "✕", warning: "⚠", info: "i" } as const;
const severityTexts = { error: "severityError", warning: "severityWarning", info: "severityInfo" } as const;

export function FindingBadge({ finding }: { readonly finding: Finding }) {
  const name = findingTextName(finding);
  return (
    <span class={`finding finding-${finding.severity}`} title={text(`${name}_what`)}>
      <span aria-hidden="true">{severitySigns[finding.severity]}</span>
      <span class="for-screen-readers">{text(severityTexts[finding.severity])}</span>{" "}
      {finding.hop === undefined ? text(`${name}_title`) : text("findingAtHop", text(`${name}_title`), finding.hop + 1)}
    </span>
  );
}

type FindingTextName = TextName extends infer Name ? (Name extends `${infer Stem}_what` ? Stem : never) : never;

/** `body-lost` → `finding_body_lost`: names of messages have no hyphens. */
export function findingTextName({ id }: Finding): FindingTextName {
  const names = {
    "method-changed": "finding_method_changed",
    "body-lost": "finding_body_lost",
    "internal-redirect": "finding_internal_redirect",
    "too-many-redirects": "finding_too_many_redirects",
    "missing-location": "finding_missing_location",
    "not-followed": "finding_not_followed",
    "inferred-hop": "finding_inferred_hop",
    "beginning-missed": "finding_beginning_missed",
  } as const;
  return names[id];
}

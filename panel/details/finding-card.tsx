/** A finding explained: what it is, what to change, who says so, and the findings that follow from it. */
import type { Finding } from "../../src/model/findings/finding.ts";
import { findingSources } from "../../src/model/findings/finding-sources.ts";
import type { FindingGroup } from "../../src/model/findings/group-findings.ts";
import { FindingBadge, findingTextName } from "../finding-badge.tsx";
import { Link } from "../link.tsx";
import { richText, text } from "../texts.ts";
import { asCode } from "./as-code.tsx";

export function FindingCard({ group: { cause, effects } }: { readonly group: FindingGroup }) {
  return (
    <section class={`card card-${cause.severity}`}>
      <FindingBadge finding={cause} />
      <p>{said(cause, "what")}</p>
      <p>{said(cause, "fix")}</p>
      {effects.length > 0 && (
        <>
          <p class="dim">{text("findingEffects")}</p>
          {effects.map((effect) => (
            <details class="effect" key={`${effect.id}/${effect.hop ?? ""}`}>
              <summary>
                <FindingBadge finding={effect} />
              </summary>
              <p>{said(effect, "what")}</p>
              <Source finding={effect} />
            </details>
          ))}
        </>
      )}
      <p class="links">
        <Source finding={cause} />
      </p>
    </section>
  );
}

function said(finding: Finding, part: "what" | "fix") {
  return richText(`${findingTextName(finding)}_${part}`, ...(finding.values ?? []).map(asCode));
}

function Source({ finding: { id } }: { readonly finding: Finding }) {
  const url = findingSources[id];
  return <Link url={url}>{text("findingSource", new URL(url).hostname)}</Link>;
}

/** A finding that is not the main one: what happened, what to change, and links. */
import type { Finding } from "../../src/model/findings/finding.ts";
import { FindingBadge } from "./finding-badge.tsx";
import { FindingSource, findingText } from "./finding-text.tsx";
import { RecipeLinks } from "./recipe-links.tsx";

interface FindingCardProps {
  readonly finding: Finding;
  /** Its cause has the fix. */
  readonly isEffect?: boolean;
}

export function FindingCard({ finding, isEffect = false }: FindingCardProps) {
  return (
    <section class={`card card-${finding.severity}`}>
      <FindingBadge finding={finding} />
      <p>{findingText(finding, "what")}</p>
      {!isEffect && <p>{findingText(finding, "fix")}</p>}
      <p class="links">
        {!isEffect && <RecipeLinks finding={finding} />}
        <FindingSource finding={finding} />
      </p>
    </section>
  );
}

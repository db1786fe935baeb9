/** A finding explained: what happened, what to change, the source, and the findings that follow from it. */
import { useLayoutEffect, useRef } from "preact/hooks";
import { recipesOf, ruleOf, type Finding } from "../../src/model/findings/finding.ts";
import type { FindingGroup } from "../../src/model/findings/group-findings.ts";
import { FindingBadge, findingTextName } from "./finding-badge.tsx";
import { Link } from "../ui/link.tsx";
import { recipeTexts } from "../reference/page-title.ts";
import { ReferenceLink } from "../reference/reference-link.tsx";
import { richText, text } from "../ui/texts.ts";
import { asCode } from "../details/as-code.tsx";

interface FindingCardProps {
  readonly group: FindingGroup;
  /** Its badge was clicked: the card is scrolled into view. */
  readonly isRevealed: boolean;
}

export function FindingCard({ group: { cause, effects }, isRevealed }: FindingCardProps) {
  const card = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (!isRevealed) return;
    card.current?.scrollIntoView({ block: "nearest" });
    card.current?.focus();
  }, [isRevealed]);
  return (
    <section class={`card card-${cause.severity}`} ref={card} tabIndex={-1}>
      <FindingBadge finding={cause} />
      <p>{findingText(cause, "what")}</p>
      <p>{findingText(cause, "fix")}</p>
      {effects.length > 0 && (
        <>
          <p class="dim">{text("findingEffects")}</p>
          {effects.map((effect) => (
            <details class="effect" key={`${effect.id}/${effect.hop ?? ""}`}>
              <summary>
                <FindingBadge finding={effect} />
              </summary>
              <p>{findingText(effect, "what")}</p>
              <Source finding={effect} />
            </details>
          ))}
        </>
      )}
      <p class="links">
        {recipesOf(cause).map((recipe) => (
          <ReferenceLink key={recipe} place={{ page: "recipes", recipe }}>
            {text("howTo", text(recipeTexts[recipe]))}
          </ReferenceLink>
        ))}
        <Source finding={cause} />
      </p>
    </section>
  );
}

function findingText(finding: Finding, part: "what" | "fix") {
  return richText(findingTextName(finding, part), ...(finding.values ?? []).map(asCode));
}

function Source({ finding }: { readonly finding: Finding }) {
  const url = ruleOf(finding).source;
  return <Link url={url}>{text("findingSource", new URL(url).hostname)}</Link>;
}

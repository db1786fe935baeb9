/** The finding that explains the chain or hop: what happened, where it was caused, and what to change. */
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Chain } from "../../src/model/chain/redirect-chain.ts";
import type { Finding } from "../../src/model/findings/finding.ts";
import { filledRecipe } from "../../src/model/findings/recipe-places.ts";
import { FindingBadge } from "../findings/finding-badge.tsx";
import { FindingSource, findingText } from "../findings/finding-text.tsx";
import { RecipeLinks } from "../findings/recipe-links.tsx";
import { RecipeShown } from "../reference/recipe-shown.tsx";
import { StackPicker } from "../reference/stack-picker.tsx";
import { text } from "../ui/texts.ts";

interface MainFindingProps {
  readonly chain: Chain;
  readonly finding: Finding;
  /** Absent: the whole chain. */
  readonly hopIndex: number | undefined;
  /** Its badge was clicked: the finding gets the focus. */
  readonly isRevealed: boolean;
}

export function MainFinding({ chain, finding, hopIndex, isRevealed }: MainFindingProps) {
  const card = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (isRevealed) card.current?.focus({ preventScroll: true });
  }, [isRevealed]);
  const isCausedElsewhere = hopIndex !== undefined && finding.hop !== undefined && finding.hop !== hopIndex;
  return (
    <section class={`card card-${finding.severity} main-finding`} ref={card} tabIndex={-1}>
      <h2>
        <FindingBadge finding={finding} />
      </h2>
      {isCausedElsewhere && <p class="caused-at">{text("findingCause", (finding.hop ?? 0) + 1)}</p>}
      <p>
        {findingText(finding, "what")} <FindingSource finding={finding} />
      </p>
      <ChangeThis chain={chain} finding={finding} />
    </section>
  );
}

function ChangeThis({ chain, finding }: { readonly chain: Chain; readonly finding: Finding }) {
  const filled = filledRecipe(chain, finding);
  return (
    <div class="change">
      <div class="change-bar">
        <h3>{text("changeThis")}</h3>
        {filled !== undefined && <StackPicker />}
      </div>
      <p>{findingText(finding, "fix")}</p>
      {filled !== undefined && (
        <>
          <RecipeShown {...filled} />
          {filled.places === undefined && <p class="dim">{text("recipeExamples")}</p>}
          <p class="links">
            <RecipeLinks finding={finding} />
          </p>
        </>
      )}
    </div>
  );
}

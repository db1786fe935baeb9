/** The Explain tab: the conclusion first, with what to change; the rest is folded. */
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Chain } from "../../src/model/chain/redirect-chain.ts";
import { isFinished } from "../../src/model/findings/chain-outcome.ts";
import type { Finding } from "../../src/model/findings/finding.ts";
import { crawlerView } from "../../src/model/meaning/crawler-view.ts";
import { foldedCycle } from "../../src/model/meaning/folded-cycle.ts";
import { formVerdict } from "../../src/model/meaning/form-verdict.ts";
import { searchVerdict } from "../../src/model/meaning/search-verdict.ts";
import { findingsOf } from "../findings/chain-findings.ts";
import { FindingCard } from "../findings/finding-card.tsx";
import { ChainPicture } from "../picture/chain-picture.tsx";
import { text } from "../ui/texts.ts";
import { CrawlerSteps } from "./crawler-steps.tsx";
import { chosenFindings } from "./chosen-findings.ts";
import { Fold } from "./fold.tsx";
import { FormVerdictShown } from "./form-verdict.tsx";
import { HopExplained } from "./hop-explained.tsx";
import { MainFinding } from "./main-finding.tsx";
import { ReadMore } from "./read-more.tsx";
import { SearchVerdictShown, shortVerdict } from "./search-verdict.tsx";

interface ExplainProps {
  readonly chain: Chain;
  /** Absent: the whole chain. */
  readonly hopIndex: number | undefined;
  readonly revealed: Finding | undefined;
}

export function Explain({ chain, hopIndex, revealed }: ExplainProps) {
  const top = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => top.current?.parentElement?.scrollTo({ top: 0 }), [chain.id, hopIndex, revealed]);
  const { main, others } = chosenFindings(findingsOf(chain), hopIndex, revealed);
  const form = hopIndex === undefined ? formVerdict(chain) : undefined;
  return (
    <div class="explain" ref={top}>
      {main !== undefined && (
        <MainFinding
          key={`${main.cause.id} ${main.cause.hop ?? ""}`}
          chain={chain}
          finding={main.cause}
          hopIndex={hopIndex}
          isRevealed={revealed !== undefined}
        />
      )}
      {main === undefined && hopIndex === undefined && isFinished(chain) && (
        <p class="nothing-to-change">{text("nothingToChange")}</p>
      )}
      {form !== undefined && <FormVerdictShown verdict={form} />}
      {hopIndex !== undefined && <HopExplained chain={chain} index={hopIndex} />}
      <div class="folds">
        {main !== undefined && <Findings title="findingEffects" findings={main.effects} isEffect />}
        <Findings title="otherFindings" findings={others} />
        {hopIndex === undefined && <ChainFolds chain={chain} />}
        <ReadMore hops={hopIndex === undefined ? chain.hops : chain.hops.slice(hopIndex, hopIndex + 1)} />
      </div>
    </div>
  );
}

interface FindingsProps {
  readonly title: "findingEffects" | "otherFindings";
  readonly findings: readonly Finding[];
  readonly isEffect?: boolean;
}

function Findings({ title, findings, isEffect = false }: FindingsProps) {
  if (findings.length === 0) return null;
  return (
    <Fold title={title} note={findings.length}>
      {findings.map((finding) => (
        <FindingCard key={`${finding.id} ${finding.hop ?? ""}`} finding={finding} isEffect={isEffect} />
      ))}
    </Fold>
  );
}

function ChainFolds({ chain }: { readonly chain: Chain }) {
  const search = searchVerdict(chain);
  const { hiddenFrom } = foldedCycle(chain) ?? { hiddenFrom: chain.hops.length };
  return (
    <>
      <Fold title="pictureLabel">
        <ChainPicture chain={chain} />
      </Fold>
      <Fold title="eachHop" note={chain.hops.length}>
        {chain.hops.slice(0, hiddenFrom).map((_, index) => (
          <HopExplained key={index} chain={chain} index={index} />
        ))}
        {hiddenFrom < chain.hops.length && <p class="dim">{text("hopsRepeat", hiddenFrom + 1, chain.hops.length)}</p>}
      </Fold>
      {(search !== undefined || crawlerView(chain) !== undefined) && (
        <Fold title="searchEngines" note={search && shortVerdict(search)}>
          {search !== undefined && <SearchVerdictShown verdict={search} />}
          <CrawlerSteps chain={chain} />
        </Fold>
      )}
    </>
  );
}

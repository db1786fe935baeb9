/** The Explain tab. For a hop: three sentences and its findings. For a chain: verdicts, picture, all findings, each hop. */
import type { Chain } from "../../src/model/chain/redirect-chain.ts";
import type { Finding } from "../../src/model/findings/finding.ts";
import { groupFindings } from "../../src/model/findings/group-findings.ts";
import { findingsOf } from "../findings/chain-findings.ts";
import { ChainPicture } from "../picture/chain-picture.tsx";
import { CrawlerSteps } from "./crawler-steps.tsx";
import { FindingCard } from "../findings/finding-card.tsx";
import { HopExplained } from "./hop-explained.tsx";
import { Verdicts } from "./verdicts.tsx";

interface ExplainProps {
  readonly chain: Chain;
  /** Absent: the whole chain. */
  readonly hopIndex: number | undefined;
  readonly revealed: Finding | undefined;
}

export function Explain({ chain, hopIndex, revealed }: ExplainProps) {
  const findings = findingsOf(chain).filter((finding) => hopIndex === undefined || finding.hop === hopIndex);
  const cards = groupFindings(findings).map((group) => (
    <FindingCard
      key={`${group.cause.id}/${group.cause.hop ?? ""}`}
      group={group}
      isRevealed={group.cause === revealed}
    />
  ));
  if (hopIndex !== undefined) {
    return (
      <div class="explain">
        <HopExplained chain={chain} index={hopIndex} />
        {cards}
      </div>
    );
  }
  // Verdicts and findings come first: a chain can have twenty hops.
  return (
    <div class="explain">
      <Verdicts chain={chain} />
      <ChainPicture chain={chain} />
      {cards}
      <CrawlerSteps chain={chain} />
      {chain.hops.map((_, index) => (
        <HopExplained key={index} chain={chain} index={index} />
      ))}
    </div>
  );
}

/** The heading row of a chain: its title, and the conclusion or a short summary. */
import type { HTMLAttributes } from "preact";
import { chainDurationMs, isPrerendered, redirectCount, type Chain } from "../../src/model/chain/redirect-chain.ts";
import { findingsOf } from "../findings/chain-findings.ts";
import type { Finding } from "../../src/model/findings/finding.ts";
import { groupFindings } from "../../src/model/findings/group-findings.ts";
import { knownSeoMeaning } from "../../src/model/meaning/seo-meaning.ts";
import { countText, text } from "../ui/texts.ts";
import { ChainHeadline, RevealButton } from "./chain-headline.tsx";
import { ChainTitle } from "./chain-title.tsx";
import { columns } from "./columns.tsx";
import { Time } from "./time-cell.tsx";

interface ChainRowProps {
  readonly chain: Chain;
  readonly attributes: HTMLAttributes<HTMLDivElement>;
  readonly isCollapsed: boolean;
  readonly onToggle: () => void;
  readonly onReveal: (finding: Finding) => void;
}

const verdictTexts = {
  permanent: "verdictPermanent",
  temporary: "verdictTemporary",
  mixed: "verdictMixed",
  none: "verdictNone",
  unknown: "verdictUnknown",
} as const;

export function ChainRow({ chain, attributes, isCollapsed, onToggle, onReveal }: ChainRowProps) {
  const causes = groupFindings(findingsOf(chain)).map(({ cause }) => cause);
  const [first, ...others] = causes.filter(({ severity }) => severity !== "info");
  return (
    <div class="row chain" {...attributes} aria-level={1} aria-expanded={!isCollapsed} onDblClick={onToggle}>
      <span role="gridcell" aria-colspan={columns.length} class="chain-cell">
        <span
          class={isCollapsed ? "twisty" : "twisty open"}
          aria-hidden="true"
          title={text("foldTitle")}
          onClick={(event) => {
            event.stopPropagation();
            onToggle();
          }}
        />
        <ChainTitle chain={chain} />
        <Time startedAt={chain.hops[0].startedAt} durationMs={chainDurationMs(chain)} />
        {first !== undefined && <ChainHeadline chain={chain} finding={first} others={others} onReveal={onReveal} />}
        <ChainSummary chain={chain} notes={first === undefined ? causes : undefined} onReveal={onReveal} />
      </span>
    </div>
  );
}

interface ChainSummaryProps {
  readonly chain: Chain;
  /** Findings that need no change; undefined below a headline, which leaves only what it cannot say. */
  readonly notes: readonly Finding[] | undefined;
  readonly onReveal: (finding: Finding) => void;
}

function ChainSummary({ chain, notes, onReveal }: ChainSummaryProps) {
  const { omittedHops } = chain;
  const count = redirectCount(chain);
  const [note] = notes ?? [];
  if (notes === undefined && omittedHops === undefined && !isPrerendered(chain)) return null;
  return (
    <span class="chain-summary">
      {notes !== undefined && <span>{countText("redirectCount", count)}</span>}
      {notes !== undefined && count > 0 && <span>{text(verdictTexts[knownSeoMeaning(chain)])}</span>}
      {omittedHops !== undefined && (
        <span>{countText("leftOutHops", omittedHops.count, omittedHops.afterHop + 1)}</span>
      )}
      {isPrerendered(chain) && <span>{text("prerendered")}</span>}
      {notes !== undefined && note !== undefined && (
        <RevealButton class="more-findings" onClick={() => onReveal(note)}>
          {countText("noteCount", notes.length)}
        </RevealButton>
      )}
    </span>
  );
}

/** The heading of a chain: first and last URL, number of redirects, and its most important findings. */
import type { HTMLAttributes } from "preact";
import {
  chainDurationMs,
  isPrerendered,
  lastHop,
  redirectCount,
  type Chain,
} from "../../src/model/chain/redirect-chain.ts";
import { findingsOf } from "../findings/chain-findings.ts";
import type { Finding } from "../../src/model/findings/finding.ts";
import { groupFindings } from "../../src/model/findings/group-findings.ts";
import { knownSeoMeaning } from "../../src/model/meaning/seo-meaning.ts";
import { FindingBadge } from "../findings/finding-badge.tsx";
import { countText, text } from "../ui/texts.ts";
import { ShortUrl } from "../ui/url-text.tsx";
import { visibleText } from "../ui/visible-text.ts";
import { columns } from "./columns.tsx";
import { Time } from "./time-cell.tsx";

/** Causes only, the most severe first; the details list all findings. */
const maxBadges = 3;

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
  const last = lastHop(chain);
  const [first] = chain.hops;
  const withScheme = schemeOf(first.url) !== schemeOf(last.url);
  const count = redirectCount(chain);
  const findings = findingsOf(chain);
  const named = groupFindings(findings).slice(0, maxBadges);
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
        <span class="chain-title">
          <span class="chain-url">
            {visibleText(first.method)} <ShortUrl url={first.url} withScheme={withScheme} />
          </span>
          {count > 0 && (
            <>
              {" "}
              <span class="chain-url">
                <span class="arrow">→</span> {visibleText(last.method)}{" "}
                <ShortUrl url={last.url} withScheme={withScheme} />
              </span>
            </>
          )}
        </span>
        <Time startedAt={first.startedAt} durationMs={chainDurationMs(chain)} />
        <span class="chain-summary">
          <span>{countText("redirectCount", count)}</span>
          {count > 0 && <span>{text(verdictTexts[knownSeoMeaning(chain)])}</span>}
          {chain.omittedHops !== undefined && (
            <span>{countText("leftOutHops", chain.omittedHops.count, chain.omittedHops.afterHop + 1)}</span>
          )}
          {isPrerendered(chain) && <span>{text("prerendered")}</span>}
          {named.map(({ cause }) => (
            <button
              type="button"
              class="reveal"
              key={`${cause.id}/${cause.hop ?? ""}`}
              tabIndex={-1}
              onClick={(event) => {
                event.stopPropagation();
                onReveal(cause);
              }}
            >
              <FindingBadge finding={cause} />
            </button>
          ))}
          {findings.length > named.length && (
            <span class="finding">{countText("moreFindings", findings.length - named.length)}</span>
          )}
        </span>
      </span>
    </div>
  );
}

function schemeOf(url: string): string {
  return url.slice(0, url.indexOf(":"));
}

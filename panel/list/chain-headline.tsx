/** The conclusion below a chain's heading: what happened, what to change in bold, and a button for the other findings. */
import type { ComponentChildren } from "preact";
import type { Finding } from "../../src/model/findings/finding.ts";
import type { Chain } from "../../src/model/chain/redirect-chain.ts";
import { severityIcons, severityTexts } from "../findings/finding-badge.tsx";
import { headlineCause, headlineChange, type HeadlinePart } from "../findings/headline-text.ts";
import { countText, text } from "../ui/texts.ts";
import { cutInMiddle, visibleText, visibleUrl } from "../ui/visible-text.ts";

interface ChainHeadlineProps {
  readonly chain: Chain;
  readonly finding: Finding;
  /** The causes of all other findings that deserve a change. */
  readonly others: readonly Finding[];
  readonly onReveal: (finding: Finding) => void;
}

export function ChainHeadline({ chain, finding, others, onReveal }: ChainHeadlineProps) {
  const [next] = others;
  return (
    <span class={`headline headline-${finding.severity}`}>
      <span aria-hidden="true">{severityIcons[finding.severity]}</span>
      <RevealButton onClick={() => onReveal(finding)}>
        <span class="for-screen-readers">{text(severityTexts[finding.severity])} </span>
        {headlineCause(chain, finding).map(shown)} <b>{headlineChange(chain, finding).map(shown)}</b>
      </RevealButton>
      {next !== undefined && (
        <RevealButton
          class="more-findings"
          label={countText("moreFindings", others.length)}
          onClick={() => onReveal(next)}
        >
          +{others.length}
        </RevealButton>
      )}
    </span>
  );
}

interface RevealButtonProps {
  readonly class?: string;
  /** By default, the content is the name. */
  readonly label?: string;
  readonly onClick: () => void;
  readonly children: ComponentChildren;
}

/** Opens the details at a finding. The keyboard opens the details of the row instead. */
export function RevealButton({ class: className = "", label, onClick, children }: RevealButtonProps) {
  return (
    <button
      type="button"
      class={`reveal ${className}`}
      aria-label={label}
      title={label}
      tabIndex={-1}
      onClick={(event) => {
        event.stopPropagation();
        onClick();
      }}
    >
      {children}
    </button>
  );
}

const maxUrlLength = 60;

function shown(part: HeadlinePart, index: number): ComponentChildren {
  if (typeof part === "string") return part;
  if (!part.isUrl) return visibleText(part.value);
  const whole = visibleUrl(part.value);
  return (
    <bdi class="code" dir="ltr" title={whole} key={index}>
      {cutInMiddle(whole, maxUrlLength)}
    </bdi>
  );
}

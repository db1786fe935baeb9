/** The cells of a hop's row. */
import {
  answerOf,
  hopDurationMs,
  isClientRedirect,
  type Chain,
  type Hop,
} from "../../src/model/chain/redirect-chain.ts";
import { isMethodChanged } from "../../src/model/chain/followed-method.ts";
import { bodyFate } from "../../src/model/chain/followed-body.ts";
import { isRedirectionStatus } from "../../src/model/meaning/redirect-status.ts";
import { hopSeoMeaning } from "../../src/model/meaning/seo-meaning.ts";
import { hopStatus } from "./hop-status.ts";
import { ReferenceLink } from "../reference/reference-link.tsx";
import { text } from "../ui/texts.ts";
import { UrlText } from "../ui/url-text.tsx";
import { Time } from "./time-cell.tsx";
import { visibleText } from "../ui/visible-text.ts";

/** What every cell of a hop's row gets. */
export interface CellProps {
  readonly chain: Chain;
  readonly index: number;
}

/** `chain.hops[index]`. Every index comes from the chain's own hops; the fallback is for the compiler. */
function hopAt({ chain, index }: CellProps): Hop {
  return chain.hops[index] ?? chain.hops[0];
}

export function NumberCell({ index }: CellProps) {
  return index + 1;
}

export function StatusCell(props: CellProps) {
  const hop = hopAt(props);
  const label = hopStatus(hop);
  if (hop.state === "redirected" && hop.source !== "server") {
    // An inferred source has no reference page.
    if (hop.source === "browser" && hop.inferred === true) return <span class="dim">{label}</span>;
    const isFromPage = isClientRedirect(hop);
    return (
      <ReferenceLink
        place={{ page: isFromPage ? "page" : "browser" }}
        class={`status status-${isFromPage ? "client" : "internal"}`}
        title={isFromPage ? String(hop.answer.status) : text("statusInternalTitle")}
        isOutOfTabOrder
      >
        {label}
      </ReferenceLink>
    );
  }
  const answer = answerOf(hop);
  const statusText = visibleText(answer?.statusText ?? "");
  if (hop.state === "failed") {
    const seen = answer === undefined ? "" : `${answer.status} ${answer.statusText}, `;
    return (
      <span class="status status-failed" title={visibleText(seen + hop.error)}>
        {label}
      </span>
    );
  }
  if (answer === undefined) return <span class="faint">{label}</span>;
  if (isRedirectionStatus(answer.status)) {
    return (
      <ReferenceLink place={{ page: answer.status }} class="status" title={statusText} isOutOfTabOrder>
        {label}
      </ReferenceLink>
    );
  }
  return (
    <span class={answer.status >= 400 ? "status status-bad" : "status"} title={statusText}>
      {label}
    </span>
  );
}

export function MethodCell(props: CellProps) {
  const hop = hopAt(props);
  const next = props.chain.hops[props.index + 1];
  const method = visibleText(hop.method);
  if (next === undefined) return <span class="code">{method}</span>;
  return (
    <span class="code">
      {method} <span class="arrow">→</span>{" "}
      <span class={isMethodChanged(hop, next) ? "changed" : undefined}>{visibleText(next.method)}</span>
    </span>
  );
}

export function BodyCell(props: CellProps) {
  const hop = hopAt(props);
  const next = props.chain.hops[props.index + 1];
  const { own, followed } = bodyFate(hop, next);
  if (followed === undefined) return <span class={ownBodyClasses[own]}>{text(bodyTexts[own])}</span>;
  return (
    <span>
      {text(bodyTexts[own])} <span class="arrow">→</span>{" "}
      <span class={followedBodyClasses[followed]}>{text(bodyTexts[followed])}</span>
    </span>
  );
}

const bodyTexts = {
  none: "bodyNone",
  sent: "bodySent",
  "not-sent": "bodyNotSent",
  kept: "bodyKept",
  lost: "bodyLost",
  unknown: "bodyUnknown",
} as const;
const ownBodyClasses = { none: "faint", sent: undefined, "not-sent": "dim", unknown: "dim" } as const;
const followedBodyClasses = { kept: "kept", lost: "lost", "not-sent": "lost", unknown: "dim" } as const;

const seoTexts = { permanent: "seoPermanent", temporary: "seoTemporary", none: "seoNone" } as const;

const seoTitles = {
  permanent: "seoPermanentTitle",
  temporary: "seoTemporaryTitle",
  none: "statusInternalTitle",
} as const;

export function SeoCell(props: CellProps) {
  const meaning = hopSeoMeaning(hopAt(props));
  if (meaning === undefined) return <span class="faint">—</span>;
  return (
    <span class={`seo seo-${meaning}`} title={text(seoTitles[meaning])}>
      {text(seoTexts[meaning])}
    </span>
  );
}

export function UrlCell(props: CellProps) {
  const { url, inferred } = hopAt(props);
  return (
    <>
      {inferred === true && (
        <span class="mark" title={text("finding_inferred_hop_what")}>
          {text("markInferred")}
        </span>
      )}
      <UrlText url={url} />
    </>
  );
}

export function TimeCell(props: CellProps) {
  const hop = hopAt(props);
  return <Time startedAt={hop.startedAt} durationMs={hopDurationMs(hop)} />;
}

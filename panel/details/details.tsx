/** The details: tabs about the selected hop or chain. */
import "../styles/details.css";
import "../styles/timing.css";
import "../styles/picture.css";
import "../styles/links-and-copying.css";
import { lastHop } from "../../src/model/chain/redirect-chain.ts";
import { ErrorBoundary } from "../ui/error-boundary.tsx";
import type { DetailsTab, SelectionStore } from "../stores/selection-store.ts";
import { text, type TextName } from "../ui/texts.ts";
import { BodyFacts } from "./body-facts.tsx";
import { Explain } from "./explain.tsx";
import { Headers } from "./headers.tsx";
import { Timing } from "./timing.tsx";

const tabs: readonly (readonly [DetailsTab, TextName])[] = [
  ["explain", "tabExplain"],
  ["headers", "tabHeaders"],
  ["body", "tabBody"],
  ["timing", "tabTiming"],
];

export function Details({ selection }: { readonly selection: SelectionStore }) {
  const chain = selection.chain.value;
  const current = selection.detailsTab.value;
  if (chain === undefined) return null;
  const hopIndex = selection.row.value?.hopIndex;
  const hop = chain.hops[hopIndex ?? 0] ?? lastHop(chain);

  function onTabKey(event: KeyboardEvent) {
    const at = tabs.findIndex(([name]) => name === current);
    const to = { ArrowRight: (at + 1) % tabs.length, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
    const next = to === undefined ? undefined : tabs.at(to)?.[0];
    if (next === undefined) return;
    event.preventDefault();
    selection.showTab(next);
    document.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  }

  return (
    <aside class="details" aria-label={text("detailsLabel")}>
      <div class="details-bar">
        <div class="tabs" role="tablist" onKeyDown={onTabKey}>
          {tabs.map(([name, label]) => (
            <button
              type="button"
              role="tab"
              id={`tab-${name}`}
              key={name}
              aria-selected={name === current}
              aria-controls="details-panel"
              tabIndex={name === current ? 0 : -1}
              onClick={() => selection.showTab(name)}
            >
              {text(label)}
            </button>
          ))}
        </div>
        <button
          type="button"
          class="close"
          aria-label={text("closeDetails")}
          title={text("closeDetails")}
          onClick={selection.closeDetails}
        >
          ✕
        </button>
      </div>
      <div class="details-panel" id="details-panel" role="tabpanel" aria-labelledby={`tab-${current}`} tabIndex={0}>
        <ErrorBoundary of={`${current} ${hopIndex ?? ""} ${chain.id}`}>
          {current === "explain" && (
            <Explain chain={chain} hopIndex={hopIndex} revealed={selection.revealedFinding.value} />
          )}
          {current === "headers" && <Headers hop={hop} />}
          {current === "body" && <BodyFacts hop={hop} />}
          {current === "timing" && <Timing chain={chain} hopIndex={hopIndex} />}
        </ErrorBoundary>
      </div>
    </aside>
  );
}

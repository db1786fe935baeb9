/** "As a crawler sees it": the chain, with the redirects that only this browser makes marked as hidden. */
import { crawlerView, type CrawlerStep } from "../../src/model/meaning/crawler-view.ts";
import { isCut } from "../../src/model/url/cut-text.ts";
import { isOnWindows } from "../export/copied-formats.ts";
import { curlHeadCommand } from "../../src/model/export/curl-export.ts";
import type { Chain } from "../../src/model/chain/redirect-chain.ts";
import { CopyButton } from "../ui/copy-button.tsx";
import { sourceTexts } from "../list/source-texts.ts";
import { text } from "../ui/texts.ts";
import { UrlText } from "../ui/url-text.tsx";
import { visibleText } from "../ui/visible-text.ts";

export function CrawlerSteps({ chain }: { readonly chain: Chain }) {
  const steps = crawlerView(chain);
  if (steps === undefined) return null;
  const hidden = steps.find((step) => step.kind === "hidden");
  if (hidden === undefined) {
    return (
      <section>
        <h2>{text("crawlerView")}</h2>
        <p>{text("crawlerSame")}</p>
      </section>
    );
  }
  const command = isCut(hidden.url) ? undefined : curlHeadCommand(hidden.url, isOnWindows ? "cmd" : "bash");
  return (
    <section class="crawler">
      <h2>{text("crawlerView")}</h2>
      <ol>
        {steps.map((step) => (
          <li key={step.hop} class={step.kind === "hidden" ? "hidden-step" : undefined}>
            <span class="crawler-status">{stepStatus(step)}</span> <UrlText url={step.url} />
          </li>
        ))}
      </ol>
      <p>{text(hidden.by === "unknown" ? "crawlerUnknown" : "crawlerHiddenNote")}</p>
      {command !== undefined && (
        <p class="command">
          <code>{visibleText(command)}</code>
          <CopyButton content={command} label={text("copyCommand")} />
        </p>
      )}
    </section>
  );
}

const hiddenTexts = { ...sourceTexts, cache: "statusCache", unknown: "statusUnknown" } as const;

function stepStatus(step: CrawlerStep): string {
  switch (step.kind) {
    case "hidden":
      return text("crawlerHidden", text(hiddenTexts[step.by]));
    case "redirect":
      return step.by === "server" ? String(step.status) : text(sourceTexts[step.by]);
    case "end":
      return step.status === undefined ? text("statusFailed") : String(step.status);
  }
}

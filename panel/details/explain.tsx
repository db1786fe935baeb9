/** The Explain tab: of a hop, three plain sentences and its findings; of a chain, all findings and each hop in short. */
import type { Chain } from "../../src/model/redirect-chain.ts";
import { answerOf } from "../../src/model/redirect-chain.ts";
import { findingsOf } from "../chain-findings.ts";
import type { Finding } from "../../src/model/findings/finding.ts";
import { findingSources } from "../../src/model/findings/finding-sources.ts";
import { isRedirectionStatus, statusFacts } from "../../src/model/redirect-status.ts";
import { maskCredentials } from "../../src/model/masking.ts";
import { FindingBadge, findingTextName } from "../finding-badge.tsx";
import { richText, text } from "../texts.ts";
import { cutInMiddle, visibleText } from "../visible-text.ts";
import { browserDid, crawlerConcludes, serverSaid } from "./explain-hop.ts";

interface ExplainProps {
  readonly chain: Chain;
  /** Absent: the whole chain. */
  readonly hopIndex: number | undefined;
}

export function Explain({ chain, hopIndex }: ExplainProps) {
  const findings = findingsOf(chain).filter((finding) => hopIndex === undefined || finding.hop === hopIndex);
  const cards = findings.map((finding) => <FindingCard key={`${finding.id}/${finding.hop ?? ""}`} finding={finding} />);
  if (hopIndex !== undefined) {
    return (
      <div class="explain">
        <HopExplained chain={chain} index={hopIndex} />
        {cards}
      </div>
    );
  }
  // Of a chain, what is wrong comes first: it can have twenty hops.
  return (
    <div class="explain">
      {cards}
      {chain.hops.map((_, index) => (
        <HopExplained key={index} chain={chain} index={index} />
      ))}
    </div>
  );
}

function FindingCard({ finding }: { readonly finding: Finding }) {
  const name = findingTextName(finding);
  const values = (finding.values ?? []).map(asCode);
  const source = findingSources[finding.id];
  return (
    <section class={`card card-${finding.severity}`}>
      <FindingBadge finding={finding} />
      <p>{richText(`${name}_what`, ...values)}</p>
      <p>{richText(`${name}_fix`, ...values)}</p>
      <p class="links">
        <Link url={source}>{text("findingSource", new URL(source).hostname)}</Link>
      </p>
    </section>
  );
}

function HopExplained({ chain, index }: { readonly chain: Chain; readonly index: number }) {
  const hop = chain.hops[index] ?? chain.hops[0];
  const status = answerOf(hop)?.status;
  return (
    <section>
      <h2>{text("hopHeading", index + 1, visibleText(hop.method), shown(hop.url))}</h2>
      <dl class="said">
        <dt>{text("theServer")}</dt>
        <dd>{serverSaid(hop, asCode)}</dd>
        <dt>{text("theBrowser")}</dt>
        <dd>{browserDid(chain, index, asCode)}</dd>
        <dt>{text("theCrawler")}</dt>
        <dd>{crawlerConcludes(hop, asCode)}</dd>
      </dl>
      <p class="links">
        {status !== undefined && isRedirectionStatus(status) && (
          <Link url={`https://www.rfc-editor.org/rfc/rfc9110#section-${statusFacts[status].rfc9110Section}`}>
            {`RFC 9110 §${statusFacts[status].rfc9110Section}`}
          </Link>
        )}
        {hop.state === "redirected" && (
          <>
            <Link url="https://fetch.spec.whatwg.org/#http-redirect-fetch">{text("linkFetch")}</Link>
            <Link url="https://developers.google.com/search/docs/crawling-indexing/301-redirects">
              {text("linkGoogle")}
            </Link>
          </>
        )}
      </p>
    </section>
  );
}

function Link({ url, children }: { readonly url: string; readonly children: string }) {
  return (
    <a href={url} target="_blank" rel="noreferrer">
      {children}
    </a>
  );
}

function asCode(value: string | number) {
  return (
    <code>
      <bdi dir="ltr">{shown(String(value))}</bdi>
    </code>
  );
}

function shown(untrusted: string): string {
  return cutInMiddle(visibleText(maskCredentials(untrusted)), 200);
}

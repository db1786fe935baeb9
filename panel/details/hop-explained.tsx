/** A hop in three sentences (server, browser, crawler), with links to the sources. */
import { answerOf, isInternal, type Chain, type Hop } from "../../src/model/chain/redirect-chain.ts";
import { isRedirectionStatus, statusFacts } from "../../src/model/meaning/redirect-status.ts";
import { Link } from "../ui/link.tsx";
import { pageTitle, type PageId } from "../reference/page-title.ts";
import { ReferenceLink } from "../reference/reference-link.tsx";
import { richText, text } from "../ui/texts.ts";
import { visibleText } from "../ui/visible-text.ts";
import { asCode } from "./as-code.tsx";
import { UrlLink } from "./url-link.tsx";
import { browserDid, crawlerConcludes, serverSaid } from "./explain-hop.ts";

export function HopExplained({ chain, index }: { readonly chain: Chain; readonly index: number }) {
  const hop = chain.hops[index] ?? chain.hops[0];
  const status = answerOf(hop)?.status;
  return (
    <section>
      <h2>{richText("hopHeading", index + 1, visibleText(hop.method), <UrlLink url={hop.url} />)}</h2>
      <dl class="facts">
        <dt>{text("theServer")}</dt>
        <dd>{serverSaid(chain, hop, asCode)}</dd>
        <dt>{text("theBrowser")}</dt>
        <dd>{browserDid(chain, index, asCode)}</dd>
        <dt>{text("theCrawler")}</dt>
        <dd>{crawlerConcludes(hop, asCode)}</dd>
      </dl>
      <p class="links">
        <PageLink hop={hop} />
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

function PageLink({ hop }: { readonly hop: Hop }) {
  const page = pageOf(hop);
  if (page === undefined) return null;
  const name = typeof page === "number" ? String(page) : pageTitle(page);
  return <ReferenceLink place={{ page }}>{text("referenceOpen", name)}</ReferenceLink>;
}

function pageOf(hop: Hop): PageId | undefined {
  if (hop.state === "redirected" && hop.source !== "server") return isInternal(hop) ? "browser" : "page";
  const status = answerOf(hop)?.status;
  return status !== undefined && isRedirectionStatus(status) ? status : undefined;
}

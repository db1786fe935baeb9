/** Links about these hops, each once: the reference, and the standards behind it. */
import { answerOf, isInternal, type Hop } from "../../src/model/chain/redirect-chain.ts";
import { isRedirectionStatus, statusFacts } from "../../src/model/meaning/redirect-status.ts";
import { pageTitle, type PageId } from "../reference/page-title.ts";
import { ReferenceLink } from "../reference/reference-link.tsx";
import { Link } from "../ui/link.tsx";
import { text } from "../ui/texts.ts";
import { Fold } from "./fold.tsx";

export function ReadMore({ hops }: { readonly hops: readonly Hop[] }) {
  const pages = [...new Set(hops.flatMap((hop) => pageOf(hop) ?? []))];
  const sections = [...new Set(hops.flatMap((hop) => rfcSectionOf(hop) ?? []))];
  if (pages.length + sections.length === 0) return null;
  return (
    <Fold title="readMore">
      <p class="links">
        {pages.map((page) => (
          <ReferenceLink key={page} place={{ page }}>
            {text("referenceOpen", typeof page === "number" ? page : pageTitle(page))}
          </ReferenceLink>
        ))}
        {sections.map((section) => (
          <Link key={section} url={`https://www.rfc-editor.org/rfc/rfc9110#section-${section}`}>
            {`RFC 9110 §${section}`}
          </Link>
        ))}
        {hops.some(({ state }) => state === "redirected") && (
          <>
            <Link url="https://fetch.spec.whatwg.org/#http-redirect-fetch">{text("linkFetch")}</Link>
            <Link url="https://developers.google.com/search/docs/crawling-indexing/301-redirects">
              {text("linkGoogle")}
            </Link>
          </>
        )}
      </p>
    </Fold>
  );
}

function rfcSectionOf(hop: Hop): string | undefined {
  const status = answerOf(hop)?.status;
  return status !== undefined && isRedirectionStatus(status) ? statusFacts[status].rfc9110Section : undefined;
}

function pageOf(hop: Hop): PageId | undefined {
  if (hop.state === "redirected" && hop.source !== "server") return isInternal(hop) ? "browser" : "page";
  const status = answerOf(hop)?.status;
  return status !== undefined && isRedirectionStatus(status) ? status : undefined;
}

/** The reference: pages about 300 to 308 and related topics, over the list. Esc or Back closes it. */
import "../styles/links-and-copying.css";
import "../styles/reference.css";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { statusFacts } from "../../src/model/meaning/redirect-status.ts";
import type { FilterStore } from "../stores/filter-store.ts";
import type { ReferenceStore } from "../stores/reference-store.ts";
import { text } from "../ui/texts.ts";
import { OtherStatus, otherStatus } from "./other-status.tsx";
import { pageTitle, type ReferencePlace } from "./page-title.ts";
import { pageIds } from "./pages.ts";
import { ReferencePage, SectionShown } from "./reference-page.tsx";
import { searchPages } from "./search-pages.ts";

export interface ReferenceProps {
  readonly reference: ReferenceStore;
  readonly filter: FilterStore;
  readonly place: ReferencePlace;
}

export function Reference({ reference, filter, place }: ReferenceProps) {
  const [query, setQuery] = useState("");
  const article = useRef<HTMLElement>(null);

  useLayoutEffect(() => {
    setQuery("");
    article.current?.scrollTo({ top: 0 });
    article.current?.focus();
  }, [place]);

  return (
    <section class="reference" aria-label={text("reference")}>
      <div class="reference-bar">
        <button type="button" class="tool" onClick={reference.close}>
          ← {text("referenceBack")}
        </button>
        <input
          type="search"
          value={query}
          placeholder={text("referenceSearch")}
          aria-label={text("referenceSearch")}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
      </div>
      <nav aria-label={text("reference")}>
        {pageIds.map((page) => (
          <button
            type="button"
            key={page}
            aria-current={query === "" && page === place.page ? "page" : undefined}
            onClick={() => reference.open({ page })}
          >
            {typeof page === "number" ? (
              <>
                {page} <span class="reason">{statusFacts[page].reasonPhrase}</span>
              </>
            ) : (
              pageTitle(page)
            )}
          </button>
        ))}
      </nav>
      <article ref={article} tabIndex={-1} aria-live="polite">
        {query.trim() === "" ? (
          <>
            <h2>{pageTitle(place.page)}</h2>
            <ReferencePage page={place.page} recipe={place.recipe} />
          </>
        ) : (
          <Found reference={reference} filter={filter} query={query} />
        )}
      </article>
    </section>
  );
}

interface FoundProps {
  readonly reference: ReferenceStore;
  readonly filter: FilterStore;
  readonly query: string;
}

function Found({ reference, filter, query }: FoundProps) {
  const status = otherStatus(query);
  const found = searchPages(query);
  if (status === undefined && found.length === 0) return <p>{text("referenceNothing", query)}</p>;
  return (
    <>
      {status !== undefined && <OtherStatus filter={filter} status={status} onFilter={reference.close} />}
      {found.map(({ section, pages }) => (
        <div class="found" key={section.names.join()}>
          <p class="found-pages">
            {pages.map((page) => (
              <button type="button" key={page} onClick={() => reference.open({ page })}>
                {pageTitle(page)}
              </button>
            ))}
          </p>
          <SectionShown section={section} />
        </div>
      ))}
    </>
  );
}

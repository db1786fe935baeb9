/** The search result for a status without a page: it does not redirect, but a chain can end with it. */
import { filterTerm } from "../../src/model/filter/filter-tokens.ts";
import { withTerm } from "../../src/model/filter/hop-terms.ts";
import { refusals } from "../../src/model/findings/method-not-allowed-after-redirect.ts";
import { isRedirectionStatus } from "../../src/model/meaning/redirect-status.ts";
import { findingTextName } from "../findings/finding-badge.tsx";
import { Link } from "../ui/link.tsx";
import type { FilterStore } from "../stores/filter-store.ts";
import { text } from "../ui/texts.ts";
import { recipeTexts } from "./page-title.ts";
import { ReferenceLink } from "./reference-link.tsx";

const registry = "https://www.iana.org/assignments/http-status-codes/http-status-codes.xhtml";

/** A final status without a page, if it is the whole query. */
export function otherStatus(query: string): number | undefined {
  const status = /^[2-5]\d\d$/.test(query.trim()) ? Number(query) : undefined;
  return status === undefined || isRedirectionStatus(status) ? undefined : status;
}

interface OtherStatusProps {
  readonly filter: FilterStore;
  readonly status: number;
  readonly onFilter: () => void;
}

export function OtherStatus({ filter, status, onFilter }: OtherStatusProps) {
  const term = { key: "status", value: String(status), isNegated: false } as const;
  return (
    <div class="other-status">
      <p>{text("referenceOtherStatus", status)}</p>
      {refusals.has(status) && (
        <>
          <p>{text(findingTextName({ id: "method-not-allowed-after-redirect" }, "fix"))}</p>
          <p class="links">
            {(["keep-method", "see-other"] as const).map((recipe) => (
              <ReferenceLink key={recipe} place={{ page: "recipes", recipe }}>
                {text("howTo", text(recipeTexts[recipe]))}
              </ReferenceLink>
            ))}
          </p>
        </>
      )}
      <p class="links">
        <button
          type="button"
          onClick={() => {
            filter.set({ text: withTerm(filter.settings.value.text, term) });
            onFilter();
          }}
        >
          {text("filterOnly", filterTerm(term))}
        </button>
        <Link url={registry}>{text("findingSource", new URL(registry).hostname)}</Link>
      </p>
    </div>
  );
}

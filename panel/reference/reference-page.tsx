/** A page of the reference. */
import type { RecipeId } from "../../src/model/findings/recipe.ts";
import { statusFacts, type RedirectionStatus } from "../../src/model/meaning/redirect-status.ts";
import { Link } from "../ui/link.tsx";
import { text } from "../ui/texts.ts";
import { MethodTable } from "./method-table.tsx";
import type { PageId } from "./page-title.ts";
import { linesOf, sectionsOf, type Section } from "./pages.ts";
import { Recipes } from "./recipes.tsx";

interface ReferencePageProps {
  readonly page: PageId;
  readonly recipe: RecipeId | undefined;
}

export function ReferencePage({ page, recipe }: ReferencePageProps) {
  if (page === "recipes") return <Recipes shown={recipe} />;
  const [meaning, ...rules] = sectionsOf(page);
  return (
    <>
      {meaning !== undefined && <SectionShown section={meaning} />}
      {typeof page === "number" && (
        <section>
          <h3>{text("refSummary")}</h3>
          <MethodTable status={page} />
        </section>
      )}
      {rules.map((section) => (
        <SectionShown key={section.heading} section={section} />
      ))}
      {typeof page === "number" && <Sources status={page} />}
    </>
  );
}

export function SectionShown({ section }: { readonly section: Section }) {
  return (
    <section>
      <h3>{text(section.heading)}</h3>
      <SectionBody section={section} />
    </section>
  );
}

function SectionBody({ section }: { readonly section: Section }) {
  const lines = linesOf(section);
  switch (section.form) {
    case "paragraphs":
      return lines.map((line) => <p key={line}>{line}</p>);
    case "list":
      return (
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      );
    case "questions":
      return (
        <dl>
          {lines.map((line, index) => (index % 2 === 0 ? <dt key={line}>{line}</dt> : <dd key={line}>{line}</dd>))}
        </dl>
      );
  }
}

function Sources({ status }: { readonly status: RedirectionStatus }) {
  const { rfc9110Section, formerSection, permanence } = statusFacts[status];
  const page = permanence === "none" ? "http-network-errors" : "301-redirects";
  return (
    <section>
      <h3>{text("refSources")}</h3>
      <p class="links">
        <Link url={`https://www.rfc-editor.org/rfc/rfc9110#section-${rfc9110Section}`}>
          {text("refReplaces", `RFC 9110 §${rfc9110Section}`, formerSection)}
        </Link>
        <Link url="https://www.rfc-editor.org/rfc/rfc9110#section-15.1">RFC 9110 §15.1</Link>
        <Link url="https://fetch.spec.whatwg.org/#http-redirect-fetch">{text("linkFetch")}</Link>
        <Link url={`https://developers.google.com/search/docs/crawling-indexing/${page}`}>{text("linkGoogle")}</Link>
      </p>
    </section>
  );
}

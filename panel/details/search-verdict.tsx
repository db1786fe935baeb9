/** How search engines treat the chain. */
import type { ComponentChildren } from "preact";
import type { SearchNote, SearchVerdict } from "../../src/model/meaning/search-verdict.ts";
import { richText, text, type TextName } from "../ui/texts.ts";
import { asCode } from "./as-code.tsx";

export function SearchVerdictShown({ verdict }: { readonly verdict: SearchVerdict }) {
  return (
    <section class="search-verdict">
      <p>{searchSentence(verdict)}</p>
      {verdict.notes.map((note) => (
        <p class="dim" key={note.kind}>
          {noteSentence(note)}
        </p>
      ))}
    </section>
  );
}

/** In a few words; undefined if there are none. */
export function shortVerdict({ kind }: SearchVerdict): string | undefined {
  return kind === "endless" ? undefined : text(shortTexts[kind]);
}

const shortTexts = {
  permanent: "verdictPermanent",
  temporary: "verdictTemporary",
  mixed: "verdictMixed",
  browser: "verdictNone",
  unknown: "verdictUnknown",
} as const;

function searchSentence(verdict: SearchVerdict): ComponentChildren {
  switch (verdict.kind) {
    case "permanent":
      return richText("searchPermanent", asCode(verdict.targetUrl));
    case "temporary":
      return richText("searchTemporary", asCode(verdict.sourceUrl));
    case "mixed":
      return richText("searchMixed", verdict.temporaryHop + 1, asCode(verdict.sourceUrl));
    case "endless":
      return text("searchNoEnd");
    case "browser":
      return text("searchBrowser");
    case "unknown":
      return text("searchUnknown");
  }
}

const noteTexts = {
  disputed: "searchDisputed",
  "asked-with-get": "searchAskedWithGet",
  "beyond-googlebot": "searchBeyondGooglebot",
  "no-page": "searchNoPage",
  "others-permanent": "seoOthersPermanent",
  "others-temporary": "seoOthersTemporary",
  "others-refresh": "seoOthersRefresh",
} as const satisfies Record<SearchNote["kind"], TextName>;

function noteSentence(note: SearchNote): ComponentChildren {
  if (note.kind === "beyond-googlebot") return text(noteTexts[note.kind], note.redirectCount);
  if (note.kind === "no-page") return richText(noteTexts[note.kind], asCode(note.end));
  return text(noteTexts[note.kind]);
}

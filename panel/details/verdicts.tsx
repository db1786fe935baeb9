/** The chain's two verdicts, for the two people who ask: whether the form arrived, and what search engines make of it. */
import type { ComponentChildren } from "preact";
import { formVerdict, type FormVerdict } from "../../src/model/form-verdict.ts";
import type { Chain } from "../../src/model/redirect-chain.ts";
import { searchVerdict, type SearchNote, type SearchVerdict } from "../../src/model/search-verdict.ts";
import { richText, text, type TextName } from "../texts.ts";
import { asCode } from "./as-code.tsx";

export function Verdicts({ chain }: { readonly chain: Chain }) {
  const form = formVerdict(chain);
  const search = searchVerdict(chain);
  if (form === undefined && search === undefined) return null;
  return (
    <section class="verdicts">
      <h2>{text("verdict")}</h2>
      <dl class="said">
        {form !== undefined && (
          <>
            <dt>{text("verdictForm")}</dt>
            <dd>
              <p class={form.isGood ? "verdict-good" : "verdict-bad"}>
                <span aria-hidden="true">{form.isGood ? "✓" : "✕"}</span> {arrival(form)} {end(form)}
              </p>
              {form.browserHop !== undefined && <p class="dim">{text("formBrowserHop", form.browserHop + 1)}</p>}
            </dd>
          </>
        )}
        {search !== undefined && (
          <>
            <dt>{text("verdictSearch")}</dt>
            <dd>
              <p>{searchSentence(search)}</p>
              {search.notes.map((note) => (
                <p class="dim" key={note.kind}>
                  {noteSentence(note)}
                </p>
              ))}
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}

const arrivedTexts = { kept: "formArrived", none: "formArrivedNoBody", unknown: "formArrivedUnknown" } as const;

function arrival({ method, arrival: found }: FormVerdict): ComponentChildren {
  switch (found.kind) {
    case "arrived":
      return richText(arrivedTexts[found.body], asCode(method));
    case "answered":
      return richText("formAnswered", asCode(method), found.hop + 1);
    case "body-lost":
      return richText("formBodyLost", found.hop + 1, asCode(found.followedMethod));
    case "method-changed":
      return richText("formMethodChanged", asCode(method), asCode(found.followedMethod), found.hop + 1);
  }
}

function end({ end: found }: FormVerdict): ComponentChildren {
  switch (found.kind) {
    case "answered":
      return richText("formEndAnswered", asCode(found.status));
    case "without-data":
      return richText("formEndWithoutData", asCode(found.status));
    case "error":
      return richText("formEndError", asCode(found.status));
    case "not-allowed":
      return richText("formEndNotAllowed", asCode(found.method));
    case "failed":
      return richText("formEndFailed", asCode(found.error));
  }
}

function searchSentence(verdict: SearchVerdict): ComponentChildren {
  switch (verdict.kind) {
    case "permanent":
      return richText("searchPermanent", asCode(verdict.targetUrl));
    case "temporary":
      return richText("searchTemporary", asCode(verdict.sourceUrl));
    case "mixed":
      return richText("searchMixed", verdict.temporaryHop + 1, asCode(verdict.sourceUrl));
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
  "no-end": "searchNoEnd",
  "others-permanent": "seoOthersPermanent",
  "others-temporary": "seoOthersTemporary",
  "others-refresh": "seoOthersRefresh",
} as const satisfies Record<SearchNote["kind"], TextName>;

function noteSentence(note: SearchNote): ComponentChildren {
  if (note.kind === "beyond-googlebot") return text(noteTexts[note.kind], note.redirectCount);
  if (note.kind === "no-page") return richText(noteTexts[note.kind], asCode(note.end));
  return text(noteTexts[note.kind]);
}

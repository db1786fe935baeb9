/** The chain's two verdicts: whether the form arrived, and how search engines treat the chain. */
import type { ComponentChildren } from "preact";
import { formVerdict, type FormArrival, type FormVerdict } from "../../src/model/meaning/form-verdict.ts";
import type { NetworkErrorKind } from "../../src/model/meaning/network-errors.ts";
import type { Chain } from "../../src/model/chain/redirect-chain.ts";
import { searchVerdict, type SearchNote, type SearchVerdict } from "../../src/model/meaning/search-verdict.ts";
import { richText, text, type TextName } from "../ui/texts.ts";
import { asCode } from "./as-code.tsx";

export function Verdicts({ chain }: { readonly chain: Chain }) {
  const form = formVerdict(chain);
  const search = searchVerdict(chain);
  if (form === undefined && search === undefined) return null;
  return (
    <section class="verdicts">
      <h2>{text("verdict")}</h2>
      <dl class="facts">
        {form !== undefined && (
          <>
            <dt>{text("verdictForm")}</dt>
            <dd>
              <p class={`verdict-${form.tone}`}>
                <span aria-hidden="true">{toneSigns[form.tone]}</span> {arrival(form)} {end(form)}
              </p>
              {form.formCount > 1 && <p class="dim">{text("formCount", form.formCount)}</p>}
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

const toneSigns = { good: "✓", bad: "✕", open: "?" } as const;

const arrivedTexts = { kept: "formArrived", none: "formArrivedNoBody", unknown: "formArrivedUnknown" } as const;

const arrivalTexts = {
  "see-other": "formAnswered",
  "post-redirect-get": "formAnswered",
  "handed-over": "formHandedOver",
  "returned-from-sign-in": "formReturnedFromSignIn",
  unread: "formUnread",
  undecided: "formUndecided",
  "not-sent": "formNotSent",
  unconfirmed: "formUnconfirmed",
} as const satisfies Partial<Record<FormArrival["kind"], TextName>>;

function arrival({ method, arrival: found }: FormVerdict): ComponentChildren {
  switch (found.kind) {
    case "arrived":
      return richText(arrivedTexts[found.body], asCode(method));
    case "sent-to-sign-in":
      return richText("formSentToSignIn", asCode(method), found.hop + 1, asCode(found.signInUrl));
    case "body-lost":
      return richText("formBodyLost", found.hop + 1, asCode(found.followedMethod));
    case "method-changed":
      return richText("formMethodChanged", asCode(method), asCode(found.followedMethod), found.hop + 1);
    case "not-followed":
      return richText("formNotFollowed", asCode(method), found.hop + 1, asCode(found.status));
    default:
      return richText(arrivalTexts[found.kind], asCode(method), found.hop + 1);
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
    case "handed-to-app":
      return richText("formEndHandedToApp", asCode(found.url));
    case "failed":
      return [text(failureTexts[found.errorKind]), ...(found.error === "" ? [] : [" (", asCode(found.error), ")"])];
  }
}

const failureTexts = {
  dns: "failureDns",
  refused: "failureRefused",
  unreachable: "failureUnreachable",
  timeout: "failureTimeout",
  tls: "failureTls",
  closed: "failureClosed",
  port: "failurePort",
  blocked: "failureBlocked",
  other: "failureOther",
} as const satisfies Record<NetworkErrorKind, TextName>;

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

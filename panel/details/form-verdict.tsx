/** Whether the form arrived. */
import type { ComponentChildren } from "preact";
import type { FormArrival, FormVerdict } from "../../src/model/meaning/form-verdict.ts";
import type { NetworkErrorKind } from "../../src/model/meaning/network-errors.ts";
import { richText, text, type TextName } from "../ui/texts.ts";
import { asCode } from "./as-code.tsx";

export function FormVerdictShown({ verdict }: { readonly verdict: FormVerdict }) {
  return (
    <section class="form-verdict">
      <p class={`verdict-${verdict.tone}`}>
        <span aria-hidden="true">{toneSigns[verdict.tone]}</span> {arrival(verdict)} {end(verdict)}
      </p>
      {verdict.formCount > 1 && <p class="dim">{text("formCount", verdict.formCount)}</p>}
      {verdict.browserHop !== undefined && <p class="dim">{text("formBrowserHop", verdict.browserHop + 1)}</p>}
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

/** A chain as a title, a summary and lists of findings, in English, for the text and Markdown exports. */
import { escapeInvisible } from "../url/escape-invisible.ts";
import { findFindings } from "../findings/find-findings.ts";
import { formVerdict, type FormVerdict } from "../meaning/form-verdict.ts";
import { chainDurationMs, chainOutcome, lastHop, redirectCount, type Chain } from "../chain/redirect-chain.ts";
import { knownSeoMeaning } from "../meaning/seo-meaning.ts";
import { durationText } from "./hop-cell-text.ts";
import { redirectUrlOf } from "./json-export.ts";
import type { ExportOptions, UrlMasking } from "../url/url-masking.ts";

const verdictTexts = {
  permanent: "permanent",
  temporary: "temporary",
  mixed: "mixed: permanent and temporary",
  none: "no meaning for search engines",
  unknown: "meaning for search engines not known",
} as const;

/** `POST https://a.test/checkout → GET https://a.test/thanks` */
export function chainTitle(chain: Chain, masking: UrlMasking): string {
  const ends = chain.hops.length === 1 ? [chain.hops[0]] : [chain.hops[0], lastHop(chain)];
  return ends.map(({ method, url }) => escapeInvisible(`${method} ${masking.url(url)}`)).join(" → ");
}

/** Where the last hop would lead if it had been followed, which no row shows. "" when it leads nowhere. */
export function unfollowedTarget(chain: Chain, masking: UrlMasking): string {
  return escapeInvisible(redirectUrlOf(lastHop(chain), masking) ?? "");
}

/** `2 redirects · temporary · 312.4 ms`; a failure adds the browser's error. */
export function chainSummary(chain: Chain): string {
  const count = redirectCount(chain);
  return [
    count === 1 ? "1 redirect" : `${count} redirects`,
    omittedHopsText(chain),
    verdictTexts[knownSeoMeaning(chain)],
    durationText(chainDurationMs(chain)),
    outcomeText(chain),
  ]
    .filter((part) => part !== "")
    .join(" · ");
}

function outcomeText(chain: Chain): string {
  const outcome = chainOutcome(chain);
  if (outcome.kind === "failed") return `failed: ${escapeInvisible(outcome.error)}`;
  return outcome.kind === "pending" ? "pending" : "";
}

/** `1200 hops after hop 100 left out`; "" when every hop is kept. */
function omittedHopsText({ omittedHops }: Chain): string {
  if (omittedHops === undefined) return "";
  const { afterHop, count } = omittedHops;
  return `${count === 1 ? "1 hop" : `${count} hops`} after hop ${afterHop + 1} left out`;
}

/** `body lost at hop 1; answer 405`; "" for a chain without a form. */
export function formText(chain: Chain): string {
  const verdict = formVerdict(chain);
  return verdict === undefined ? "" : escapeInvisible(`${arrivalText(verdict)}; ${endText(verdict)}`);
}

function arrivalText({ method, arrival }: FormVerdict): string {
  const at = "hop" in arrival ? ` at hop ${arrival.hop + 1}` : "";
  switch (arrival.kind) {
    case "arrived":
      return `${method} ${{ kept: "and its body", none: "without a body", unknown: "(body unknown)" }[arrival.body]} arrived`;
    case "see-other":
    case "post-redirect-get":
      return `${method} answered${at} (Post/Redirect/Get)`;
    case "handed-over":
      return `${method} answered${at}, which leads on with GET`;
    case "sent-to-sign-in":
      return `sent to sign in${at}: the data of the ${method} is gone`;
    case "returned-from-sign-in":
      return `signed in${at}, and sent back with GET`;
    case "unread":
      return `body lost${at}: nobody reads the answer of a beacon or a report`;
    case "undecided":
      return `${method} redirected${at} without its body: right only if the server handled the data before`;
    case "body-lost":
      return `body lost${at}`;
    case "method-changed":
      return `${method} became ${arrival.followedMethod}${at}`;
    case "not-sent":
      return `${method} redirected${at}: the request to the target was never sent`;
    case "unconfirmed":
      return `${method} redirected${at}: not known whether the request to the target was sent`;
    case "not-followed":
      return `${method} answered with ${arrival.status}${at}, which was not followed`;
  }
}

function endText({ end }: FormVerdict): string {
  switch (end.kind) {
    case "failed":
      return end.error === "" ? "no answer" : `no answer: ${end.error}`;
    case "not-allowed":
      return `answer 405 to ${end.method}`;
    case "handed-to-app":
      return "handed to an app";
    case "answered":
    case "error":
    case "without-data":
      return `answer ${end.status}`;
  }
}

/** `body-lost at hop 1 (error), too-many-redirects (error)`; "" for none. */
export function findingsText(chain: Chain, { findingsOf = findFindings }: ExportOptions = {}): string {
  return findingsOf(chain)
    .map(({ id, severity, hop }) => `${id}${hop === undefined ? "" : ` at hop ${hop + 1}`} (${severity})`)
    .join(", ");
}

/**
 * A hop and a chain in the panel's words, for people: text, Markdown and CSV share them. Always in English, so that a
 * report or a spreadsheet reads the same whoever made it; text that strangers chose is escaped where it is invisible.
 */
import { escapeInvisible } from "../url/escape-invisible.ts";
import { findFindings } from "../findings/find-findings.ts";
import { bodyFate } from "../chain/followed-body.ts";
import { formVerdict, type FormVerdict } from "../meaning/form-verdict.ts";
import {
  answerOf,
  chainDurationMs,
  chainOutcome,
  hopDurationMs,
  lastHop,
  redirectCount,
  type Chain,
  type Hop,
  type RedirectSource,
} from "../chain/redirect-chain.ts";
import { hopSeoMeaning, knownSeoMeaning } from "../meaning/seo-meaning.ts";
import { redirectUrlOf } from "./json-export.ts";
import type { ExportOptions, UrlMasking } from "../url/url-masking.ts";

/** The panel's columns, in the panel's order. */
export const hopColumns = ["#", "Status", "Method", "Body", "SEO", "URL", "Time"] as const;

const sourceWords: Readonly<Record<Exclude<RedirectSource, "server">, string>> = {
  hsts: "HSTS",
  upgrade: "Upgrade",
  extension: "Extension",
  "service-worker": "Service worker",
  browser: "Browser",
  "meta-refresh": "Meta refresh",
  "refresh-header": "Refresh header",
  script: "Script",
  page: "Page",
};
const seoWords = { permanent: "Permanent", temporary: "Temporary", none: "None (browser)" } as const;
const verdictWords = {
  permanent: "permanent",
  temporary: "temporary",
  mixed: "mixed: permanent and temporary",
  none: "no meaning for search engines",
  unknown: "meaning for search engines not known",
} as const;

/** One text for each of `hopColumns`. */
export function hopWords(chain: Chain, hop: Hop, index: number, masking: UrlMasking): string[] {
  const next = chain.hops[index + 1];
  const meaning = hopSeoMeaning(hop);
  return [
    String(index + 1),
    statusWord(hop),
    methodWords(hop, next),
    bodyWords(hop, next),
    meaning === undefined ? "—" : seoWords[meaning],
    escapeInvisible(masking.url(hop.url)),
    durationWords(hopDurationMs(hop)),
  ];
}

function statusWord(hop: Hop): string {
  if (hop.state === "redirected" && hop.source !== "server") {
    // Concluded without evidence of a cause: see hopSeoMeaning.
    return hop.source === "browser" && hop.inferred === true ? "Unknown" : sourceWords[hop.source];
  }
  if (hop.state === "failed") return "Failed";
  return String(answerOf(hop)?.status ?? "Pending");
}

function methodWords({ method }: Hop, next: Hop | undefined): string {
  return escapeInvisible(next === undefined ? method : `${method} → ${next.method}`);
}

function bodyWords(hop: Hop, next: Hop | undefined): string {
  const { own, followed } = bodyFate(hop, next);
  return [own, ...(followed === undefined ? [] : [followed])].join(" → ").replaceAll("not-sent", "not sent");
}

function durationWords(durationMs: number | undefined): string {
  return durationMs === undefined ? "" : `${Math.round(durationMs * 10) / 10} ms`;
}

/** `POST https://a.test/checkout → GET https://a.test/thanks` */
export function chainTitle(chain: Chain, masking: UrlMasking): string {
  const ends = chain.hops.length === 1 ? [chain.hops[0]] : [chain.hops[0], lastHop(chain)];
  return ends.map(({ method, url }) => escapeInvisible(`${method} ${masking.url(url)}`)).join(" → ");
}

/** Where the last hop would lead, had it been followed: no row of its own says so. "" where it leads nowhere. */
export function unfollowedTarget(chain: Chain, masking: UrlMasking): string {
  return escapeInvisible(redirectUrlOf(lastHop(chain), masking) ?? "");
}

/** `2 redirects · temporary · 312.4 ms`; a failure says the browser's word. */
export function chainSummary(chain: Chain): string {
  const count = redirectCount(chain);
  const outcome = chainOutcome(chain);
  return [
    count === 1 ? "1 redirect" : `${count} redirects`,
    leftOutWords(chain),
    verdictWords[knownSeoMeaning(chain)],
    durationWords(chainDurationMs(chain)),
    outcome.kind === "failed"
      ? `failed: ${escapeInvisible(outcome.error)}`
      : outcome.kind === "pending"
        ? "pending"
        : "",
  ]
    .filter((part) => part !== "")
    .join(" · ");
}

/** `1200 hops after hop 100 left out`; "" where every hop is kept. */
export function leftOutWords({ omittedHops }: Chain): string {
  if (omittedHops === undefined) return "";
  return `${omittedHops.count === 1 ? "1 hop" : `${omittedHops.count} hops`} after hop ${omittedHops.afterHop + 1} left out`;
}

/** `body lost at hop 1; answer 405`; "" where there is nothing of a form. */
export function formWords(chain: Chain): string {
  const verdict = formVerdict(chain);
  return verdict === undefined ? "" : escapeInvisible(`${arrivalWords(verdict)}; ${endWords(verdict)}`);
}

function arrivalWords({ method, arrival }: FormVerdict): string {
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

function endWords({ end }: FormVerdict): string {
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
export function findingWords(chain: Chain, { findingsOf = findFindings }: ExportOptions = {}): string {
  return findingsOf(chain)
    .map(({ id, severity, hop }) => `${id}${hop === undefined ? "" : ` at hop ${hop + 1}`} (${severity})`)
    .join(", ");
}

/** A hop in three sentences: the server's answer, what the browser did, what a search engine concludes. */
import type { ComponentChildren } from "preact";
import { isGetOrHead } from "../../src/model/findings/crawler-redirects.ts";
import { followedBody } from "../../src/model/chain/followed-body.ts";
import { isMethodChanged } from "../../src/model/chain/followed-method.ts";
import {
  answerOf,
  areHeadersKnown,
  chainOutcome,
  headerValue,
  isEndMissing,
  isInternal,
  notHttp,
  type Chain,
  type Hop,
  type RedirectedHop,
} from "../../src/model/chain/redirect-chain.ts";
import { isRedirectStatus, statusFacts } from "../../src/model/meaning/redirect-status.ts";
import { hopSeoMeaning } from "../../src/model/meaning/seo-meaning.ts";
import { richText, text, type TextName } from "../ui/texts.ts";

type Rich = ComponentChildren[];
/** Renders a value (a URL, a method, an error) within a sentence. */
type AsCode = (value: string | number) => ComponentChildren;

export function serverSaid({ fromFile }: Chain, hop: Hop, code: AsCode): Rich {
  const answer = answerOf(hop);
  if (hop.state === "redirected" && isInternal(hop)) {
    // An extension can redirect after the answer, and a service worker can send a request itself.
    const isUnasked = hop.inferred !== true && (hop.source === "hsts" || hop.source === "upgrade");
    return [text(isUnasked ? "serverNotAsked" : "serverSilent")];
  }
  if (answer === undefined) {
    if (hop.state !== "pending") return [text("serverSilent")];
    return [text(fromFile === true ? "serverNotInFile" : "serverPending")];
  }
  const location = headerValue(answer.headers, "location");
  if (isRedirectStatus(answer.status)) {
    if (location === undefined) {
      return richText(areHeadersKnown(answer) ? "serverNoLocation" : "serverHeadersUnknown", code(answer.status));
    }
    return richText(serverTexts[statusFacts[answer.status].permanence], code(answer.status), code(location));
  }
  if (location !== undefined && answer.status >= 300 && answer.status <= 399) {
    return richText("serverOther3xx", code(answer.status), code(location));
  }
  return richText("serverAnswered", code(`${answer.status} ${answer.statusText}`.trim()));
}

const serverTexts = {
  permanent: "serverPermanent",
  temporary: "serverTemporary",
  none: "serverOther3xx",
} as const satisfies Record<string, TextName>;

export function browserDid(chain: Chain, index: number, code: AsCode): Rich {
  const hop = chain.hops[index] ?? chain.hops[0];
  const next = chain.hops[index + 1];
  if (hop.state === "redirected") {
    if (next !== undefined) return [...cause(hop), ...followed(hop, next, code)];
    const { redirectUrl, stoppedBy } = hop;
    if (stoppedBy !== undefined && stoppedBy !== notHttp)
      return richText("browserStopped", code(redirectUrl), code(stoppedBy));
    if (isEndMissing(chain)) return [...cause(hop), text("browserNotInFile")];
    if (chainOutcome(chain).kind === "pending") return [text("browserPending")];
    return [...cause(hop), ...richText("browserLeftWeb", code(redirectUrl))];
  }
  if (hop.state === "failed") return richText("browserFailed", code(hop.error));
  if (hop.state === "pending") return [text(chain.fromFile === true ? "browserEndNotInFile" : "browserPending")];
  const isUnfollowed = hop.answer.status >= 300 && hop.answer.status <= 399;
  const fromCache = hop.answer.fromCache ? [text("browserFromCache"), " "] : [];
  if (isUnfollowed && isEndMissing(chain)) return [...fromCache, text("browserNotInFile")];
  return [...fromCache, text(isUnfollowed ? "browserShowedRedirect" : "browserTookAnswer")];
}

const causeTexts = {
  hsts: "causeHsts",
  upgrade: "causeUpgrade",
  extension: "causeExtension",
  "service-worker": "causeServiceWorker",
  browser: "causeBrowser",
  "meta-refresh": "causeMetaRefresh",
  "refresh-header": "causeRefreshHeader",
  script: "causeScript",
  page: "causePage",
} as const satisfies Record<string, TextName>;

function cause(hop: RedirectedHop): Rich {
  const fromCache = "answer" in hop && hop.answer.fromCache ? [text("browserFromCache"), " "] : [];
  if (hop.source === "server") return fromCache;
  const isUnknown = hop.source === "browser" && hop.inferred === true;
  return [...fromCache, text(isUnknown ? "causeUnknown" : causeTexts[hop.source]), " "];
}

function followed(hop: Hop, next: Hop, code: AsCode): Rich {
  const body = followedBody(hop, next);
  const method = isMethodChanged(hop, next) ? "Changed" : "Kept";
  const name = `browser${method}${bodyTexts[body]}` as const;
  return method === "Kept" ? richText(name, code(next.method)) : richText(name, code(hop.method), code(next.method));
}

const bodyTexts = {
  kept: "BodyKept",
  lost: "BodyLost",
  none: "NoBody",
  "not-sent": "BodyNotSent",
  unknown: "BodyUnknown",
} as const;

export function crawlerConcludes(hop: Hop, code: AsCode): Rich {
  const concluded = crawlerConcludesOfGet(hop, code);
  const isMet = (hop.state === "redirected" && !isInternal(hop)) || hop.state === "answered";
  return isMet && !isGetOrHead(hop) ? [...concluded, " ", text("searchAskedWithGet")] : concluded;
}

function crawlerConcludesOfGet(hop: Hop, code: AsCode): Rich {
  switch (hopSeoMeaning(hop)) {
    case "permanent":
      return richText("crawlerPermanent", code(hop.state === "redirected" ? hop.redirectUrl : hop.url));
    case "temporary":
      return richText("crawlerTemporary", code(hop.url));
    case "none":
      return [text("crawlerNone")];
    case undefined:
      return [text(isEndKnown(hop) ? "crawlerFinal" : "crawlerUnknown")];
  }
}

/** Whether the answer is known to end the chain: its headers may be missing. */
function isEndKnown(hop: Hop): boolean {
  return hop.state === "answered" && (areHeadersKnown(hop.answer) || !isRedirectStatus(hop.answer.status));
}

/** Builds the events of one request, one per millisecond, and summarizes the resulting chains. */
import { applyEvent } from "../../src/model/log/apply-event.ts";
import { emptyLog, type ChainLog } from "../../src/model/log/chain-log.ts";
import {
  answerOf,
  type Body,
  type Chain,
  type Hop,
  type InternalSource,
} from "../../src/model/chain/redirect-chain.ts";
import type { LogEvent, RequestEvent } from "../../src/model/log/log-event.ts";
import { someRequest, type RequestOrigin } from "./events-for.ts";
import { answer, noBody } from "./hops.ts";

export function requestEvents(request: Partial<RequestOrigin & { method: string; startAt: number }> = {}) {
  const { method = "GET", startAt = 0, ...origin } = request;
  let now = startAt;
  const facts = (url: string) => ({ ...someRequest, ...origin, method, url, at: now++ });
  const events = {
    started: (url: string, more: { method?: string; body?: Body; at?: number } = {}): RequestEvent => ({
      kind: "started",
      ...facts(url),
      body: noBody,
      ...more,
    }),
    sent: (url: string, headers: Readonly<Record<string, string>>): RequestEvent => ({
      kind: "headers-sent",
      ...facts(url),
      headers: answer(0, headers).headers,
    }),
    received: (url: string, status: number, headers: Readonly<Record<string, string>> = {}): RequestEvent => ({
      kind: "headers-received",
      ...facts(url),
      answer: answer(status, headers),
    }),
    redirected: (url: string, status: number, redirectUrl: string): RequestEvent => ({
      kind: "redirected",
      ...facts(url),
      redirectUrl,
      source: "server",
      answer: answer(status, { Location: redirectUrl }),
    }),
    internally: (url: string, source: InternalSource, redirectUrl: string): RequestEvent => ({
      kind: "redirected",
      ...facts(url),
      redirectUrl,
      source,
    }),
    completed: (url: string, status = 200, headers: Readonly<Record<string, string>> = {}): RequestEvent => ({
      kind: "completed",
      ...facts(url),
      answer: answer(status, headers),
    }),
    failed: (url: string, error: string): RequestEvent => ({ kind: "failed", ...facts(url), error }),
    /** A complete request: one redirect, then a page. */
    redirectedOnce: (url: string, redirectUrl: string, status = 301): RequestEvent[] => [
      events.started(url),
      events.redirected(url, status, redirectUrl),
      events.started(redirectUrl),
      events.completed(redirectUrl),
    ],
  };
  return events;
}

/** A log that records the tabs, as with an open panel. */
export function watchedLog(events: readonly LogEvent[], tabIds: readonly number[] = [1], log = emptyLog()): ChainLog {
  for (const tabId of tabIds) applyEvent(log, { kind: "set-watched", tabId, watched: true });
  for (const event of events) applyEvent(log, event);
  return log;
}

/** One line per hop, such as `GET http://a.test/ 301 → http://b.test/`. */
export function inShort(chain: Chain | undefined): string[] {
  return chain?.hops.map(hopInShort) ?? [];
}

function hopInShort(hop: Hop): string {
  const request = `${hop.method} ${hop.url}`;
  const status = answerOf(hop)?.status;
  switch (hop.state) {
    case "pending":
      return `${request} pending`;
    case "answered":
      return `${request} ${hop.answer.status}`;
    case "failed":
      return [request, status, hop.error].filter((part) => part !== undefined).join(" ");
    case "redirected": {
      const what = hop.source === "server" ? hop.answer.status : hop.source;
      const parts = [
        request,
        hop.inferred && "inferred",
        what,
        "→",
        hop.redirectUrl,
        hop.stoppedBy && `✕ ${hop.stoppedBy}`,
      ];
      return parts.filter((part) => part !== undefined).join(" ");
    }
  }
}

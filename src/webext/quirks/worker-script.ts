/** A redirected worker script is loaded by two requests: one up to the redirect, one from there (decision D25). */
import { isSameResource } from "../../model/url/location-url.ts";
import type { LogEvent, RequestEvent, RequestStarted } from "../../model/log/log-event.ts";
import { withEntry, withoutEntry, type Entries } from "./entries.ts";
import type { Quirk, QuirkFacts, Rewritten } from "./quirk.ts";

interface Memory {
  /** Redirected script requests: their tab, their target, and when they were aborted. */
  readonly redirected: Entries<{ readonly tabId: number; readonly url: string; readonly abortedAt?: number }>;
  /** Id of the continuing request → id of the aborted one. */
  readonly continued: Entries<string>;
}

/** A request for the same script after a longer pause is unrelated. */
const maxPauseMs = 10_000;

export const workerScriptFacts: QuirkFacts = {
  id: "worker-script",
  summary:
    "When the script of a worker is redirected, its request is aborted at the redirect, and a request with another id continues.",
  handling: "The second request continues the chain of the first.",
  seenIn: ["Chromium 156"],
  traces: ["resource-worker-script", "resource-shared-worker-script"],
};

export const workerScript: Quirk<Memory> = {
  id: "worker-script",
  browsers: ["chromium"],
  emptyMemory: { redirected: {}, continued: {} },
  rewrite(event, memory) {
    if (!("requestId" in event) || event.resourceType !== "script") return undefined;
    const firstId = memory.continued[event.requestId];
    if (firstId !== undefined) return continuation(event, firstId, memory);
    switch (event.kind) {
      case "redirected":
        return remember(event, { tabId: event.tabId, url: event.redirectUrl }, memory);
      case "failed": {
        const target = memory.redirected[event.requestId];
        if (target === undefined || event.error !== "net::ERR_ABORTED") return undefined;
        return remember(event, { ...target, abortedAt: event.at }, memory);
      }
      case "completed":
        return event.requestId in memory.redirected ? forget(event, memory) : undefined;
      case "started":
        return resume(event, memory);
      default:
        return undefined;
    }
  },
};

function remember(event: RequestEvent, target: Memory["redirected"][string], memory: Memory): Rewritten<Memory> {
  return { events: [event], memory: { ...memory, redirected: withEntry(memory.redirected, event.requestId, target) } };
}

function forget(event: RequestEvent, memory: Memory): Rewritten<Memory> {
  return { events: [event], memory: { ...memory, redirected: withoutEntry(memory.redirected, event.requestId) } };
}

/** Continues the tab's newest aborted request for this URL as if it had not been aborted. */
function resume(event: RequestStarted, memory: Memory): Rewritten<Memory> | undefined {
  const aborted = Object.entries(memory.redirected).findLast(
    ([, { tabId, url, abortedAt = -Infinity }]) =>
      tabId === event.tabId && isSameResource(url, event.url) && event.at - abortedAt <= maxPauseMs,
  );
  if (aborted === undefined) return undefined;
  const [requestId] = aborted;
  const { body: _, ...facts } = event;
  return {
    events: [
      { ...facts, requestId, kind: "resumed" },
      { ...event, requestId },
    ],
    memory: {
      redirected: withoutEntry(memory.redirected, requestId),
      continued: withEntry(memory.continued, event.requestId, requestId),
    },
  };
}

function continuation(event: RequestEvent, requestId: string, memory: Memory): Rewritten<Memory> {
  const events: readonly LogEvent[] = [{ ...event, requestId }];
  const isOver = event.kind === "completed" || event.kind === "failed";
  return {
    events,
    memory: isOver ? { ...memory, continued: withoutEntry(memory.continued, event.requestId) } : memory,
  };
}

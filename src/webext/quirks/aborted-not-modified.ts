/**
 * Chromium 156 sometimes reports a 304 response as an aborted request (no bug filed). A 304 has no content (RFC 9110
 * §15.4.5).
 */
import type { Answer } from "../../model/chain/redirect-chain.ts";
import type { LogEvent } from "../../model/log/log-event.ts";
import type { Quirk, QuirkFacts } from "./quirk.ts";
import { withEntry, withoutEntry, type Entries } from "./entries.ts";

export const abortedNotModifiedFacts: QuirkFacts = {
  id: "aborted-not-modified",
  summary: "A request that is answered with 304 is sometimes reported as aborted.",
  handling: "The request counts as completed, because a 304 response has no content (RFC 9110 §15.4.5).",
  seenIn: ["Chromium 156"],
  traces: ["not-a-redirect-304"],
};

export const abortedNotModified: Quirk<Entries<Answer>> = {
  id: "aborted-not-modified",
  browsers: ["chromium"],
  emptyMemory: {},
  rewrite(event, memory) {
    if (event.kind === "headers-received" && event.answer.status === 304) {
      return { events: [event], memory: withEntry(memory, event.requestId, event.answer) };
    }
    if (event.kind !== "failed" && event.kind !== "completed") return undefined;
    const answer = memory[event.requestId];
    if (answer === undefined) return undefined;
    return { events: [completed(event, answer)], memory: withoutEntry(memory, event.requestId) };
  },
};

function completed(event: Extract<LogEvent, { kind: "failed" | "completed" }>, answer: Answer): LogEvent {
  if (event.kind === "completed") return event;
  const { error: _, ...facts } = event;
  return { ...facts, kind: "completed", answer };
}

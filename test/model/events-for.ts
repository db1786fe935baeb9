/** The inverse of the recorder: the request events that a browser would report for given hops. */
import { answerOf, isClientRedirect, type Hop } from "../../src/model/chain/redirect-chain.ts";
import type { RequestEvent } from "../../src/model/log/log-event.ts";

/** Properties of the whole request. */
export interface RequestOrigin {
  readonly requestId: string;
  readonly tabId: number;
  readonly frameId: number;
  readonly resourceType: string;
}

export const someRequest: RequestOrigin = { requestId: "1", tabId: 1, frameId: 0, resourceType: "main_frame" };

export function eventsFor(hops: readonly Hop[], request: Partial<RequestOrigin> = {}): RequestEvent[] {
  return hops.flatMap((hop, index) => {
    // An inferred hop in the middle of a chain has no events.
    if (hop.inferred === true && index > 0) return [];
    return eventsOfHop(hop, { ...someRequest, ...request });
  });
}

function eventsOfHop(hop: Hop, request: RequestOrigin): RequestEvent[] {
  const facts = { ...request, url: hop.url, method: hop.method };
  const events: RequestEvent[] = [{ ...facts, kind: "started", at: hop.startedAt, body: hop.body }];
  if (hop.requestHeaders !== undefined) {
    events.push({ ...facts, kind: "headers-sent", at: hop.startedAt, headers: hop.requestHeaders });
  }
  const answer = answerOf(hop);
  if (answer !== undefined) {
    const at = hop.state === "pending" ? hop.startedAt : hop.endedAt;
    events.push({ ...facts, kind: "headers-received", at, answer });
  }
  return hop.inferred === true ? events : [...events, ...endOf(hop, facts)];
}

function endOf(hop: Hop, facts: RequestOrigin & { readonly url: string; readonly method: string }): RequestEvent[] {
  switch (hop.state) {
    case "pending":
      return [];
    case "answered":
      return [{ ...facts, kind: "completed", at: hop.endedAt, answer: hop.answer }];
    case "failed":
      return [{ ...facts, kind: "failed", at: hop.endedAt, error: hop.error }];
    case "redirected": {
      if (isClientRedirect(hop)) throw new Error("a client redirect is not a request event");
      const redirect = { ...facts, kind: "redirected", at: hop.endedAt, redirectUrl: hop.redirectUrl } as const;
      const reported =
        hop.source === "server" || hop.reportedStatus === undefined ? {} : { reportedStatus: hop.reportedStatus };
      const event: RequestEvent =
        hop.source === "server"
          ? { ...redirect, source: hop.source, answer: hop.answer }
          : { ...redirect, source: hop.source, ...reported };
      return hop.stoppedBy === undefined
        ? [event]
        : [event, { ...facts, kind: "failed", at: hop.endedAt, error: hop.stoppedBy }];
    }
  }
}

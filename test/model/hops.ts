/** Builders for hops and chains in tests, with defaults for all other fields. */
import type {
  Answer,
  AnsweredHop,
  Body,
  Chain,
  FailedHop,
  Hop,
  InternalRedirect,
  InternalSource,
  PendingHop,
  ServerRedirect,
} from "../../src/model/chain/redirect-chain.ts";

export const noBody: Body = { presence: "absent" };
export const unknownBody: Body = { presence: "unknown" };
export const formBody = { presence: "present", kind: "form", fieldNames: ["user", "password"] } as const satisfies Body;

type Overrides<Kind extends Hop> = Partial<Omit<Kind, "state" | "url">>;

export function answer(status: number, headers: Readonly<Record<string, string>> = {}): Answer {
  const lines = Object.entries(headers).map(([name, value]) => ({ name, value }));
  return { status, statusText: "", headers: lines, fromCache: false };
}

export function served(
  url: string,
  status: number,
  redirectUrl: string,
  overrides: Overrides<ServerRedirect> = {},
): Hop {
  const sent = answer(status, { Location: redirectUrl });
  return { ...get(url), state: "redirected", source: "server", answer: sent, redirectUrl, endedAt: 0, ...overrides };
}

export function internal(
  url: string,
  source: InternalSource,
  redirectUrl: string,
  overrides: Overrides<InternalRedirect> = {},
): Hop {
  return { ...get(url), state: "redirected", source, redirectUrl, endedAt: 0, ...overrides };
}

export function answered(url: string, status = 200, overrides: Overrides<AnsweredHop> = {}): Hop {
  return { ...get(url), state: "answered", answer: answer(status), endedAt: 0, ...overrides };
}

export function failed(url: string, error: string, overrides: Overrides<FailedHop> = {}): Hop {
  return { ...get(url), state: "failed", error, endedAt: 0, ...overrides };
}

export function pending(url: string, overrides: Overrides<PendingHop> = {}): Hop {
  return { ...get(url), state: "pending", ...overrides };
}

export function chainOf(...hops: readonly [Hop, ...Hop[]]): Chain {
  return { id: "1", requestId: "1", tabId: 1, frameId: 0, resourceType: "main_frame", hops };
}

function get(url: string) {
  return { url, method: "GET", body: noBody, startedAt: 0 };
}

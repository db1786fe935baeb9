/**
 * Imports the JSON export, version 1. Derived values (findings, verdicts, expected methods) are ignored and computed
 * again; the state of a hop is inferred from the fields that are specific to it.
 */
import {
  clientSources,
  headerValue,
  internalSources,
  type Answer,
  type Body,
  type Chain,
  type Header,
  type Hop,
} from "../chain/redirect-chain.ts";
import { cutChainFields, cutHop } from "./import-limits.ts";
import type { NoteCollector } from "./import-notes.ts";
import { importPage } from "./import-page.ts";
import {
  InvalidValueError,
  isFields,
  oneOf,
  optional,
  present,
  readCount,
  readField,
  readFields,
  readHeaders,
  readItems,
  inTime,
  readList,
  readNumber,
  readSpan,
  readStatus,
  readText,
  readTime,
  readNonEmptyText,
  within,
  type Fields,
} from "./read-fields.ts";

/** Yields the number of each chain before reading it. */
export function* importTrace(values: readonly unknown[], notes: NoteCollector): Generator<number, Chain[]> {
  const chains = new Map<string, Chain>();
  for (const [index, value] of values.entries()) {
    yield index + 1;
    const chain = within(`chains[${index}]`, () => importChain(readFields(value)));
    // The format guarantees unique ids, and the list depends on them.
    if (chains.has(chain.id)) within(`chains[${index}].id`, failValue);
    chains.set(chain.id, cutChain(chain, index + 1, notes));
  }
  return [...chains.values()];
}

function cutChain(chain: Chain, at: number, notes: NoteCollector): Chain {
  const cuts = chain.hops.map(cutHop);
  if (cuts.some(({ isUrlCut }) => isUrlCut)) notes.add("urls-cut", at);
  if (cuts.some(({ isHeaderListCut }) => isHeaderListCut)) notes.add("headers-cut", at);
  const [first, ...rest] = cuts.map(({ hop }) => hop);
  return first === undefined ? chain : { ...cutChainFields(chain), hops: [first, ...rest] };
}

function failValue(): never {
  throw new InvalidValueError();
}

interface ChainEnd {
  readonly outcome: "completed" | "failed" | "pending";
  readonly error: string;
}

function importChain(fields: Fields): Chain {
  const id = readField(fields, "id", readNonEmptyText);
  const startedAt = readField(fields, "startedAt", readTime);
  const outcome = readField(fields, "outcome", oneOf(["completed", "failed", "pending"]));
  const end: ChainEnd = { outcome, error: outcome === "failed" ? readField(fields, "error", readText) : "" };
  const hops = readField(fields, "hops", (list) => {
    const { length } = readList(list);
    return readItems(list, (row, index) => importHop(readFields(row), startedAt, index === length - 1, end));
  });
  const [first, ...rest] = hops;
  if (first === undefined) return within(".hops", failValue);
  const findings = readField(fields, "findings", optional(readList)) ?? [];
  const isBeginningMissed = findings.some((finding) => isFields(finding) && finding["id"] === "beginning-missed");
  return present({
    id,
    requestId: id,
    tabId: readField(fields, "tabId", readCount),
    frameId: readField(fields, "frameId", readCount),
    resourceType: readField(fields, "resourceType", readNonEmptyText),
    initiator: readField(fields, "initiator", optional(readText)),
    beginningMissed: isBeginningMissed ? (true as const) : undefined,
    fromFile: fields["fromFile"] === true ? (true as const) : undefined,
    omittedHops: readField(
      fields,
      "leftOut",
      optional((value) => importOmittedHops(readFields(value), hops.length)),
    ),
    hops: [first, ...rest] as const,
  });
}

function importOmittedHops(fields: Fields, hopCount: number): Chain["omittedHops"] {
  const [afterHop, count] = [readField(fields, "afterHop", readCount), readField(fields, "count", readCount)];
  if (afterHop >= hopCount - 1 || count === 0) throw new InvalidValueError();
  return { afterHop, count };
}

function importHop(fields: Fields, chainStartedAt: number, isLast: boolean, end: ChainEnd): Hop {
  const source = readField(fields, "source", oneOf(["server", ...internalSources, ...clientSources]));
  const startedAt = readField(fields, "startedAtMs", (value) => inTime(chainStartedAt + readNumber(value)));
  const request = present({
    url: readField(fields, "url", readNonEmptyText),
    method: readField(fields, "method", readNonEmptyText),
    body: readField(fields, "body", importBody),
    startedAt,
    requestHeaders: readField(fields, "requestHeaders", optional(readHeaders)),
    inferred: fields["inferred"] === true ? (true as const) : undefined,
    page: readField(fields, "page", optional(importPage)),
  });
  const endedAt = startedAt + (readField(fields, "durationMs", optional(readSpan)) ?? 0);
  const answer = importAnswer(fields);
  const redirectUrl = readField(fields, "redirectUrl", optional(readNonEmptyText));
  // Only a redirect, or a response that looks like one, has an SEO meaning.
  const isRedirect = !isLast || source !== "server" || (fields["seo"] !== undefined && end.outcome !== "completed");
  if (isRedirect) {
    if (redirectUrl === undefined) return within(".redirectUrl", failValue);
    const stoppedBy = isLast && end.outcome === "failed" ? end.error : undefined;
    const forbiddenBy = stoppedBy === undefined ? undefined : readField(fields, "forbiddenBy", optional(readText));
    const ending = present({ stoppedBy, forbiddenBy });
    const redirect = { ...request, state: "redirected", redirectUrl, endedAt, ...ending } as const;
    if (isOneOf(internalSources, source)) {
      const reportedStatus = readField(fields, "reportedStatus", optional(readStatus));
      return { ...redirect, source, ...present({ reportedStatus }) };
    }
    if (answer === undefined) return within(".status", failValue);
    if (source === "server") return { ...redirect, source, answer };
    return {
      ...redirect,
      source,
      answer,
      ...present({ delaySeconds: readField(fields, "delaySeconds", optional(readSpan)) }),
    };
  }
  switch (end.outcome) {
    case "pending":
      return { ...request, state: "pending", ...present({ answer }) };
    case "failed":
      return { ...request, state: "failed", error: end.error, endedAt, ...present({ answer }) };
    case "completed":
      if (answer === undefined) return within(".status", failValue);
      return { ...request, state: "answered", answer, endedAt };
  }
}

function isOneOf<Value extends string>(values: readonly Value[], value: string): value is Value {
  return (values as readonly string[]).includes(value);
}

function importAnswer(fields: Fields): Answer | undefined {
  const status = readField(fields, "status", optional(readStatus));
  if (status === undefined) return undefined;
  const headers = readField(fields, "responseHeaders", optional(readHeaders));
  const isIncomplete = headers === undefined || fields["headersIncomplete"] === true;
  return present({
    status,
    statusText: readField(fields, "statusText", optional(readText)) ?? "",
    protocol: readField(fields, "protocol", optional(readText)),
    headers: withLocation(headers ?? [], readField(fields, "locationHeader", optional(readText))),
    headersIncomplete: isIncomplete ? (true as const) : undefined,
    ip: readField(fields, "ip", optional(readText)),
    fromCache: fields["fromCache"] === true,
  });
}

/** The headers may have been removed from the file while `locationHeader` was kept. */
function withLocation(headers: readonly Header[], location: string | undefined): readonly Header[] {
  if (location === undefined || headerValue(headers, "location") !== undefined) return headers;
  return [...headers, { name: "Location", value: location }];
}

function importBody(value: unknown): Body {
  const fields = readFields(value);
  const presence = readField(fields, "presence", oneOf(["present", "absent", "unknown"]));
  if (presence !== "present") return { presence };
  return present({
    presence,
    kind: readField(fields, "kind", oneOf(["form", "bytes", "file", "unreadable"])),
    sizeBytes: readField(fields, "sizeBytes", optional(readCount)),
    sizeIsMinimum: fields["sizeIsMinimum"] === true ? (true as const) : undefined,
    fieldNames: readField(
      fields,
      "fieldNames",
      optional((names) => readItems(names, readText)),
    ),
  });
}

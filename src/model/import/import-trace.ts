/**
 * The JSON export, version 1, read back. Everything that the export derives (findings, verdicts, expected methods) is left
 * aside and derived again; states of hops are found from the fields that only they have.
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
} from "../redirect-chain.ts";
import {
  Damage,
  isFields,
  optional,
  present,
  readCount,
  readFields,
  readHeaders,
  readList,
  readNumber,
  readOneOf,
  readText,
  readTime,
  readWord,
  type Fields,
} from "./read-fields.ts";

/** Yields the number of each chain before it is read. */
export function* importTrace(values: readonly unknown[]): Generator<number, Chain[]> {
  const chains = new Map<string, Chain>();
  for (const [index, value] of values.entries()) {
    yield index + 1;
    const chain = importChain(readFields(value));
    // The format promises unique ids, and the list is built on them.
    if (chains.has(chain.id)) throw new Damage();
    chains.set(chain.id, chain);
  }
  return [...chains.values()];
}

interface ChainEnd {
  readonly outcome: "completed" | "failed" | "pending";
  readonly error: string;
}

function importChain(fields: Fields): Chain {
  const id = readWord(fields["id"]);
  const startedAt = readTime(fields["startedAt"]);
  const outcome = readOneOf(fields["outcome"], ["completed", "failed", "pending"]);
  const end: ChainEnd = { outcome, error: outcome === "failed" ? readText(fields["error"]) : "" };
  const rows = readList(fields["hops"]).map(readFields);
  const [first, ...rest] = rows.map((row, index) => importHop(row, startedAt, index === rows.length - 1, end));
  if (first === undefined) throw new Damage();
  const findings = optional(fields["findings"], readList) ?? [];
  const isBeginningMissed = findings.some((finding) => isFields(finding) && finding["id"] === "beginning-missed");
  return present({
    id,
    requestId: id,
    tabId: readCount(fields["tabId"]),
    frameId: readCount(fields["frameId"]),
    resourceType: readWord(fields["resourceType"]),
    initiator: optional(fields["initiator"], readText),
    beginningMissed: isBeginningMissed ? (true as const) : undefined,
    leftOut: optional(fields["leftOut"], (value) => importLeftOut(readFields(value), rows.length)),
    hops: [first, ...rest] as const,
  });
}

function importLeftOut(fields: Fields, hopCount: number): Chain["leftOut"] {
  const [afterHop, count] = [readCount(fields["afterHop"]), readCount(fields["count"])];
  if (afterHop >= hopCount - 1 || count === 0) throw new Damage();
  return { afterHop, count };
}

function importHop(fields: Fields, chainStartedAt: number, isLast: boolean, end: ChainEnd): Hop {
  const source = readOneOf(fields["source"], ["server", ...internalSources, ...clientSources]);
  const startedAt = chainStartedAt + readNumber(fields["startedAtMs"]);
  const request = present({
    url: readWord(fields["url"]),
    method: readWord(fields["method"]),
    body: importBody(readFields(fields["body"])),
    startedAt,
    requestHeaders: optional(fields["requestHeaders"], readHeaders),
    inferred: fields["inferred"] === true ? (true as const) : undefined,
  });
  const endedAt = startedAt + Math.max(0, optional(fields["durationMs"], readNumber) ?? 0);
  const answer = importAnswer(fields);
  const redirectUrl = optional(fields["redirectUrl"], readWord);
  // Only a redirect has a meaning for search engines, or an answer that looks like one.
  const isRedirect = !isLast || source !== "server" || (fields["seo"] !== undefined && end.outcome !== "completed");
  if (isRedirect) {
    if (redirectUrl === undefined) throw new Damage();
    const stoppedBy = isLast && end.outcome === "failed" ? end.error : undefined;
    const redirect = { ...request, state: "redirected", redirectUrl, endedAt, ...present({ stoppedBy }) } as const;
    if (isOneOf(internalSources, source)) {
      const reportedStatus = optional(fields["reportedStatus"], readNumber);
      return { ...redirect, source, ...present({ reportedStatus }) };
    }
    if (answer === undefined) throw new Damage();
    if (source === "server") return { ...redirect, source, answer };
    return { ...redirect, source, answer, ...present({ delaySeconds: optional(fields["delaySeconds"], readNumber) }) };
  }
  switch (end.outcome) {
    case "pending":
      return { ...request, state: "pending", ...present({ answer }) };
    case "failed":
      return { ...request, state: "failed", error: end.error, endedAt, ...present({ answer }) };
    case "completed":
      if (answer === undefined) throw new Damage();
      return { ...request, state: "answered", answer, endedAt };
  }
}

function isOneOf<Word extends string>(words: readonly Word[], word: string): word is Word {
  return (words as readonly string[]).includes(word);
}

function importAnswer(fields: Fields): Answer | undefined {
  if (fields["status"] === undefined) return undefined;
  const headers = optional(fields["responseHeaders"], readHeaders) ?? [];
  const location = optional(fields["locationHeader"], readText);
  return present({
    status: readCount(fields["status"]),
    statusText: optional(fields["statusText"], readText) ?? "",
    protocol: optional(fields["protocol"], readText),
    headers: withLocation(headers, location),
    ip: optional(fields["ip"], readText),
    fromCache: fields["fromCache"] === true,
  });
}

/** Someone may have left the headers out and kept what `locationHeader` says. */
export function withLocation(headers: readonly Header[], location: string | undefined): readonly Header[] {
  if (location === undefined || headerValue(headers, "location") !== undefined) return headers;
  return [...headers, { name: "Location", value: location }];
}

function importBody(fields: Fields): Body {
  const presence = readOneOf(fields["presence"], ["present", "absent", "unknown"]);
  if (presence !== "present") return { presence };
  return present({
    presence,
    kind: readOneOf(fields["kind"], ["form", "bytes", "file", "unreadable"]),
    sizeBytes: optional(fields["sizeBytes"], readCount),
    sizeIsMinimum: fields["sizeIsMinimum"] === true ? (true as const) : undefined,
    fieldNames: optional(fields["fieldNames"], (names) => readList(names).map(readText)),
  });
}

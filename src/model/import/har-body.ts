/** Reads a request body from a HAR: presence, kind, size and field names. Values are ignored. */
import { fieldNamesOf } from "../chain/field-names.ts";
import { headerValue, type Body, type Header } from "../chain/redirect-chain.ts";
import { multipartNames } from "./multipart-names.ts";
import { isFields, present, type Fields } from "./read-fields.ts";

const kinds = ["form", "bytes", "file", "unreadable"] as const;

interface HarRequest {
  readonly method: string;
  readonly request: Fields;
  readonly headers: readonly Header[];
  /** The kind as written by this exporter; undefined in other files. */
  readonly ownKind: unknown;
  /** Written by this exporter, which uses a `bodySize` of 0 only for "no body". */
  readonly isOwn: boolean;
}

export function importHarBody({ method, request, headers, ownKind, isOwn }: HarRequest): Body {
  const { bodySize, postData } = request;
  // Some browsers write 0 for a body that fetch() resends after a redirect; Content-Length has the actual size.
  const sizeBytes = sizeOf(bodySize) ?? sizeOf(Number(headerValue(headers, "content-length") ?? Number.NaN));
  const named = kinds.find((kind) => kind === ownKind);
  const data = isFields(postData) ? postData : {};
  const text = typeof data["text"] === "string" ? data["text"] : "";
  const params = Array.isArray(data["params"]) ? (data["params"] as readonly unknown[]).filter(isFields) : [];
  if (named === undefined && sizeBytes === undefined && text === "" && params.length === 0) {
    return { presence: isOwn && bodySize === 0 ? "absent" : silentPresence(method, bodySize, headers) };
  }
  const mimeType =
    typeof data["mimeType"] === "string" ? data["mimeType"] : (headerValue(headers, "content-type") ?? "");
  const fieldNames = isOwn ? ownNames(params) : namesIn(params, text, mimeType);
  const hasContent = text !== "" || params.length > 0;
  const kind = named ?? (fieldNames === undefined ? (hasContent ? "bytes" : "unreadable") : "form");
  return present({ presence: "present", kind, sizeBytes, fieldNames } as const);
}

function sizeOf(value: unknown): number | undefined {
  return typeof value === "number" && Number.isSafeInteger(value) && value > 0 ? value : undefined;
}

/** Methods that usually have no body. */
const bodiless: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS", "DELETE", "TRACE", "CONNECT"]);

/**
 * For requests without content or size in the file. Browsers also write a `bodySize` of 0 when they don't know the
 * size: with provisional headers, and for chunked bodies.
 */
function silentPresence(method: string, bodySize: unknown, headers: readonly Header[]): "absent" | "unknown" {
  if (headerValue(headers, "transfer-encoding") !== undefined) return "unknown";
  const length = headerValue(headers, "content-length");
  if (length !== undefined && Number(length) === 0) return "absent";
  const isSilent = bodySize === 0 && headerValue(headers, "content-type") === undefined;
  return isSilent && bodiless.has(method) ? "absent" : "unknown";
}

/** This exporter writes params that are already validated as names, without values. */
function ownNames(params: readonly Fields[]): string[] | undefined {
  const names = params.flatMap(({ name }) => (typeof name === "string" ? [name] : []));
  return names.length === 0 ? undefined : names;
}

/** Undefined if the media type has no fields, or if the names look like content. */
function namesIn(params: readonly Fields[], text: string, mimeType: string): readonly string[] | undefined {
  const isMultipart = /^multipart\/form-data\b/i.test(mimeType);
  const isUrlencoded = /^application\/x-www-form-urlencoded\b/i.test(mimeType);
  if (params.length > 0 && (isMultipart || isUrlencoded)) {
    return fieldNamesOf(params.map((param) => pairOf(param, isMultipart)));
  }
  if (text === "") return undefined;
  if (isMultipart) return multipartNames(text, mimeType);
  return isUrlencoded ? fieldNamesOf(urlencodedPairs(text)) : undefined;
}

function pairOf({ name, value }: Fields, isMultipart: boolean): readonly [string, string] {
  const decodedName = typeof name === "string" ? decoded(name) : "";
  // A multipart name is always a name, whatever its value.
  return [decodedName, isMultipart ? "ignored" : typeof value === "string" ? value : ""];
}

function* urlencodedPairs(text: string): Generator<readonly [string, string]> {
  for (const pair of text.split("&")) {
    const at = pair.indexOf("=");
    if (pair !== "") yield at < 0 ? [decoded(pair), ""] : [decoded(pair.slice(0, at)), pair.slice(at + 1)];
  }
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name.replaceAll("+", " "));
  } catch {
    return name;
  }
}

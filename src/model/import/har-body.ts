/** What a HAR tells of a request body: whether there is one, its kind, size and field names. Values are passed over. */
import { fieldNamesOf } from "../chain/field-names.ts";
import { headerValue, type Body, type Header } from "../chain/redirect-chain.ts";
import { multipartNames } from "./multipart-names.ts";
import { isFields, present, type Fields } from "./read-fields.ts";

const kinds = ["form", "bytes", "file", "unreadable"] as const;

interface HarRequest {
  readonly method: string;
  readonly request: Fields;
  readonly headers: readonly Header[];
  /** This exporter's own word for the kind; undefined in other files. */
  readonly ownKind: unknown;
  /** Written by this exporter, which takes 0 for "no body" and for nothing else. */
  readonly isOwn: boolean;
}

export function importHarBody({ method, request, headers, ownKind, isOwn }: HarRequest): Body {
  const { bodySize, postData } = request;
  // Chrome (156) leaves out what fetch() sends again after a redirect, and says 0; the header that was sent knows better.
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

/** Methods that mostly go without a body. */
const bodiless: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS", "DELETE", "TRACE", "CONNECT"]);

/**
 * Where the file has neither content nor size. A `bodySize` of 0 is also what browsers write when they did not look: beside
 * provisional headers, and for what is sent in chunks.
 */
function silentPresence(method: string, bodySize: unknown, headers: readonly Header[]): "absent" | "unknown" {
  if (headerValue(headers, "transfer-encoding") !== undefined) return "unknown";
  const length = headerValue(headers, "content-length");
  if (length !== undefined && Number(length) === 0) return "absent";
  const isSilent = bodySize === 0 && headerValue(headers, "content-type") === undefined;
  return isSilent && bodiless.has(method) ? "absent" : "unknown";
}

/** This exporter's params are names that were names already, without values. */
function ownNames(params: readonly Fields[]): string[] | undefined {
  const names = params.flatMap(({ name }) => (typeof name === "string" ? [name] : []));
  return names.length === 0 ? undefined : names;
}

/** Undefined where the type has no fields, or what stands for names looks like content. */
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
  // A part says that its name is one, whatever its value.
  return [decodedName, isMultipart ? "not looked at" : typeof value === "string" ? value : ""];
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

/**
 * webRequest's `requestBody` → what may be known of a body. This is the one place that sees what a user typed: kind,
 * size and field names leave it, values never do.
 */
import type { WebRequest } from "webextension-polyfill";
import { fieldNamesOf } from "../model/chain/field-names.ts";
import type { Body } from "../model/chain/redirect-chain.ts";

export type BrowserName = "chromium" | "firefox";

/** Both browsers' shapes; Firefox adds null, `truncated` and `originalSize`, Chromium adds `error` (browser-measured). */
export type RequestBody = WebRequest.OnBeforeRequestDetailsTypeRequestBodyType | null | undefined;

export function normalizeBody(requestBody: RequestBody, method: string, browserName: BrowserName): Body {
  if (requestBody === null || requestBody === undefined) return absentBody(method, browserName);
  if (isRecord(requestBody.formData)) return formBody(requestBody.formData);
  if (Array.isArray(requestBody.raw) && requestBody.raw.length > 0) return rawBody(requestBody.raw, browserName);
  if (requestBody.error === undefined) return { presence: "absent" };
  // Chromium 156 says "Unknown error." of a Blob, and of an empty string just the same.
  return browserName === "chromium" ? { presence: "unknown" } : { presence: "present", kind: "unreadable" };
}

/** Chromium looks at the bodies of POST and PUT only: silence on PATCH, DELETE and others proves nothing. */
function absentBody(method: string, browserName: BrowserName): Body {
  const isShown = browserName === "firefox" || ["GET", "HEAD", "POST", "PUT"].includes(method);
  return { presence: isShown ? "absent" : "unknown" };
}

/** Both browsers parse whatever is sent with a form's media type: what comes out need not be a form. */
function formBody(formData: Record<string, unknown>): Body {
  const pairs = Object.entries(formData).flatMap(([name, values]) => pairsOf(name, values));
  const fieldNames = fieldNamesOf(pairs.map(([name, value]) => [name, typeof value === "string" ? value : ""]));
  if (fieldNames === undefined) return bytesBody(pairs);
  const body = { presence: "present", kind: "form", fieldNames: [...new Set(fieldNames)] } as const;
  const sizeBytes = urlencodedSizeBytes(pairs);
  return sizeBytes === undefined ? body : { ...body, sizeBytes };
}

type Pair = readonly [name: string, value: unknown];

function pairsOf(name: string, values: unknown): Pair[] {
  return Array.isArray(values) && values.length > 0 ? values.map((value) => [name, value] as const) : [[name, ""]];
}

/**
 * The size if the form is sent urlencoded (grow-chain drops it when the headers say otherwise). Only for plain ASCII:
 * the bytes of other characters depend on the page's encoding, which is not known here.
 */
function urlencodedSizeBytes(pairs: readonly Pair[]): number | undefined {
  const encoded = new URLSearchParams();
  for (const [name, value] of pairs) {
    if (typeof value !== "string" || !isAscii(name + value)) return undefined;
    encoded.append(name, value);
  }
  return encoded.toString().length;
}

/** At least as long as its parsed parts: percent-decoding only shortens, and a `=` without a value may not have been there. */
function bytesBody(pairs: readonly Pair[]): Body {
  let sizeBytes = pairs.length - 1;
  for (const [name, value] of pairs) {
    if (typeof value !== "string" || !isAscii(name + value)) return { presence: "present", kind: "bytes" };
    sizeBytes += name.length + (value === "" ? 0 : value.length + 1);
  }
  return { presence: "present", kind: "bytes", sizeBytes, sizeIsMinimum: true };
}

function isAscii(text: string): boolean {
  // oxlint-disable-next-line no-control-regex -- all of ASCII is meant
  return /^[\x00-\x7f]*$/.test(text);
}

function rawBody(chunks: readonly unknown[], browserName: BrowserName): Body {
  let sizeBytes = 0;
  let hasFile = false;
  // Chromium 156 leaves out what is a file or Blob within a multipart body, without a word.
  let isCut = browserName === "chromium" && chunks.length > 1;
  for (const chunk of chunks) {
    if (!isRecord(chunk)) continue;
    if (typeof chunk["file"] === "string") hasFile = true;
    const bytes = chunk["bytes"];
    const shownBytes = bytes instanceof ArrayBuffer ? bytes.byteLength : 0;
    // Firefox shows the first 16 MiB and says how many there were.
    const originalBytes = chunk["originalSize"];
    sizeBytes += typeof originalBytes === "number" ? originalBytes : shownBytes;
    if (chunk["truncated"] === true && typeof originalBytes !== "number") isCut = true;
  }
  const body = { presence: "present", kind: hasFile ? "file" : "bytes" } as const;
  // The size of a file is not told: what is known is a minimum.
  return hasFile || isCut ? { ...body, sizeBytes, sizeIsMinimum: true } : { ...body, sizeBytes };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

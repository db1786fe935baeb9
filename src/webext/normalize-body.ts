/**
 * Converts webRequest's `requestBody` to a `Body`. Only this module sees what the user typed: it returns kind, size and
 * field names, never values.
 */
import type { WebRequest } from "webextension-polyfill";
import { fieldNamesOf } from "../model/chain/field-names.ts";
import type { Body } from "../model/chain/redirect-chain.ts";

export type BrowserName = "chromium" | "firefox";

/**
 * The shapes of both browsers. Firefox adds null, `truncated` and `originalSize`; Chromium adds `error` (both
 * measured).
 */
export type RequestBody = WebRequest.OnBeforeRequestDetailsTypeRequestBodyType | null | undefined;

export function normalizeBody(requestBody: RequestBody, method: string, browserName: BrowserName): Body {
  if (requestBody === null || requestBody === undefined) return absentBody(method, browserName);
  if (isRecord(requestBody.formData)) return formBody(requestBody.formData);
  if (Array.isArray(requestBody.raw) && requestBody.raw.length > 0) return rawBody(requestBody.raw, browserName);
  if (requestBody.error === undefined) return { presence: "absent" };
  // Chromium 156 reports "Unknown error." for a Blob and also for an empty string (no bug filed).
  return browserName === "chromium" ? { presence: "unknown" } : { presence: "present", kind: "unreadable" };
}

/**
 * Chromium 156 reports bodies of POST and PUT only (no bug filed): without one, the body of a PATCH or DELETE is
 * unknown.
 */
function absentBody(method: string, browserName: BrowserName): Body {
  const isReported = browserName === "firefox" || ["GET", "HEAD", "POST", "PUT"].includes(method);
  return { presence: isReported ? "absent" : "unknown" };
}

/** Both browsers parse any body with a form's media type, so the result is not always a form. */
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
 * The size in bytes if the form is sent urlencoded (`grow-chain.ts` removes it when the headers show another encoding).
 * Only for ASCII: the bytes of other characters depend on the page's encoding, which is unknown here.
 */
function urlencodedSizeBytes(pairs: readonly Pair[]): number | undefined {
  const encoded = new URLSearchParams();
  for (const [name, value] of pairs) {
    if (typeof value !== "string" || !isAscii(name + value)) return undefined;
    encoded.append(name, value);
  }
  return encoded.toString().length;
}

/**
 * The size is a minimum: percent-decoding only shortens text, and an `=` before an empty value may not have been sent.
 */
function bytesBody(pairs: readonly Pair[]): Body {
  let sizeBytes = pairs.length - 1;
  for (const [name, value] of pairs) {
    if (typeof value !== "string" || !isAscii(name + value)) return { presence: "present", kind: "bytes" };
    sizeBytes += name.length + (value === "" ? 0 : value.length + 1);
  }
  return { presence: "present", kind: "bytes", sizeBytes, sizeIsMinimum: true };
}

function isAscii(text: string): boolean {
  // oxlint-disable-next-line no-control-regex -- matches all of ASCII
  return /^[\x00-\x7f]*$/.test(text);
}

function rawBody(chunks: readonly unknown[], browserName: BrowserName): Body {
  let sizeBytes = 0;
  let hasFile = false;
  // Chromium 156 silently omits files and Blobs in a multipart body (no bug filed).
  let isCut = browserName === "chromium" && chunks.length > 1;
  for (const chunk of chunks) {
    if (!isRecord(chunk)) continue;
    if (typeof chunk["file"] === "string") hasFile = true;
    const bytes = chunk["bytes"];
    const reportedBytes = bytes instanceof ArrayBuffer ? bytes.byteLength : 0;
    // Firefox reports the first 16 MiB and the original size.
    const originalBytes = chunk["originalSize"];
    sizeBytes += typeof originalBytes === "number" ? originalBytes : reportedBytes;
    if (chunk["truncated"] === true && typeof originalBytes !== "number") isCut = true;
  }
  const body = { presence: "present", kind: hasFile ? "file" : "bytes" } as const;
  // The size of a file is not reported, so the known size is a minimum.
  return hasFile || isCut ? { ...body, sizeBytes, sizeIsMinimum: true } : { ...body, sizeBytes };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

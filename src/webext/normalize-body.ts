/**
 * webRequest's `requestBody` → what may be known of a body. This is the one place that sees what a person typed: kind,
 * size and field names leave it, values never do.
 */
import type { WebRequest } from "webextension-polyfill";
import type { Body } from "../model/redirect-chain.ts";

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

function formBody(formData: Record<string, unknown>): Body {
  const fields = Object.entries(formData);
  const body = { presence: "present", kind: "form", fieldNames: fields.map(([name]) => name) } as const;
  const sizeBytes = urlencodedSizeBytes(fields);
  return sizeBytes === undefined ? body : { ...body, sizeBytes };
}

/**
 * The size if the form is sent urlencoded (grow-chain drops it when the headers say otherwise). Only for plain ASCII:
 * the bytes of other characters depend on the page's encoding, which is not known here.
 */
function urlencodedSizeBytes(fields: readonly (readonly [string, unknown])[]): number | undefined {
  const pairs = new URLSearchParams();
  for (const [name, values] of fields) {
    for (const value of Array.isArray(values) ? values : []) {
      // oxlint-disable-next-line no-control-regex -- all of ASCII is meant
      if (typeof value !== "string" || !/^[\x00-\x7f]*$/.test(name + value)) return undefined;
      pairs.append(name, value);
    }
  }
  return pairs.toString().length;
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

/** What a HAR tells of a request body: whether there is one, its kind, size and field names. Values are passed over. */
import { headerValue, type Body, type Header } from "../redirect-chain.ts";
import { isFields, present, type Fields } from "./read-fields.ts";

const kinds = ["form", "bytes", "file", "unreadable"] as const;

export function importHarBody(request: Fields, headers: readonly Header[], ownKind: unknown): Body {
  const { bodySize, postData } = request;
  // Chrome (156) leaves out what fetch() sends again after a redirect, and says 0; the header that was sent knows better.
  const sizeBytes = sizeOf(bodySize) ?? sizeOf(Number(headerValue(headers, "content-length") ?? Number.NaN));
  const named = kinds.find((kind) => kind === ownKind);
  const data = isFields(postData) ? postData : {};
  const text = typeof data["text"] === "string" ? data["text"] : "";
  const params = Array.isArray(data["params"]) ? (data["params"] as readonly unknown[]) : [];
  if (named === undefined && sizeBytes === undefined && text === "" && params.length === 0) {
    return { presence: bodySize === 0 ? "absent" : "unknown" };
  }
  const mimeType = typeof data["mimeType"] === "string" ? data["mimeType"] : headerValue(headers, "content-type");
  const fieldNames =
    params.length > 0
      ? params.flatMap((param) => (isFields(param) && typeof param["name"] === "string" ? [param["name"]] : []))
      : namesIn(text, mimeType ?? "");
  const kind = named ?? (fieldNames === undefined ? (text === "" ? "unreadable" : "bytes") : "form");
  return present({ presence: "present", kind, sizeBytes, fieldNames } as const);
}

function sizeOf(value: unknown): number | undefined {
  return typeof value === "number" && Number.isSafeInteger(value) && value > 0 ? value : undefined;
}

/** Undefined where the type has no fields, or none can be told. */
function namesIn(text: string, mimeType: string): string[] | undefined {
  if (text === "") return undefined;
  if (/^application\/x-www-form-urlencoded\b/i.test(mimeType)) {
    return text.split("&").map((pair) => decoded(pair.split("=", 1)[0] ?? ""));
  }
  if (!/^multipart\/form-data\b/i.test(mimeType)) return undefined;
  return [...text.matchAll(/^content-disposition: *form-data; *name="([^"\r\n]*)"/gim)].map(([, name]) => name ?? "");
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name.replaceAll("+", " "));
  } catch {
    return name;
  }
}

/**
 * Reads HAR headers in all the shapes that tools write: values that are lists, numbers or null, and objects instead of
 * lists.
 */
import { isCredentialHeader, mask } from "../url/credential-headers.ts";
import type { Header } from "../chain/redirect-chain.ts";
import { isFields } from "./read-fields.ts";

/** Masks credentials on import, as the recorder does for browser events. */
export function harHeaders(value: unknown): Header[] {
  const lines: readonly (readonly [unknown, unknown])[] = Array.isArray(value)
    ? (value as readonly unknown[]).flatMap((line) => (isFields(line) ? [[line["name"], line["value"]] as const] : []))
    : isFields(value)
      ? Object.entries(value)
      : [];
  return lines.flatMap(([name, written]) => {
    if (typeof name !== "string" || name === "") return [];
    const values = textsOf(written);
    return isCredentialHeader(name) ? [{ name, value: mask }] : values.map((text) => ({ name, value: text }));
  });
}

/** A list is read as one header line per item. */
function textsOf(value: unknown): string[] {
  if (value === null || value === undefined) return [""];
  if (Array.isArray(value))
    return (value as readonly unknown[]).flatMap((item) => (Array.isArray(item) ? [] : textsOf(item)));
  if (typeof value === "string") return [value];
  return typeof value === "number" || typeof value === "boolean" ? [String(value)] : [];
}

/** What kind of request a chain is, as users call it. */
import { toHarResourceType } from "./resource-type-names.ts";
import type { Chain } from "./redirect-chain.ts";

export const chainKinds = [
  "page",
  "form",
  "frame",
  "fetch",
  "script",
  "style",
  "image",
  "font",
  "media",
  "other",
] as const;
export type ChainKind = (typeof chainKinds)[number];

const kindsByType: Readonly<Record<string, ChainKind>> = {
  document: "page",
  xhr: "fetch",
  fetch: "fetch",
  script: "script",
  stylesheet: "style",
  image: "image",
  font: "font",
  media: "media",
};

/** A form is a document that was not requested with GET. */
export function chainKind({ resourceType, hops: [first] }: Chain): ChainKind {
  if (resourceType === "sub_frame") return "frame";
  const kind = kindsByType[toHarResourceType(resourceType)] ?? "other";
  const isForm = kind === "page" && !["GET", "HEAD", "?"].includes(first.method);
  return isForm ? "form" : kind;
}

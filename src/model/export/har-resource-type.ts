/** Chrome's words for kinds of requests in a HAR (`_resourceType`), and webRequest's. */

const wordPairs = [
  ["main_frame", "document"],
  ["sub_frame", "document"],
  ["xmlhttprequest", "xhr"],
  ["xmlhttprequest", "fetch"],
  ["stylesheet", "stylesheet"],
  ["script", "script"],
  ["image", "image"],
  ["imageset", "image"],
  ["font", "font"],
  ["media", "media"],
  ["ping", "ping"],
  ["beacon", "ping"],
  ["csp_report", "csp-violation-report"],
  ["web_manifest", "manifest"],
  ["websocket", "websocket"],
] as const;

export type HarResourceType = (typeof wordPairs)[number][1] | "other";

export function toHarResourceType(resourceType: string): HarResourceType {
  return wordPairs.find(([word]) => word === resourceType)?.[1] ?? "other";
}

export function fromHarResourceType(resourceType: unknown): string {
  return wordPairs.find(([, word]) => word === resourceType)?.[0] ?? "other";
}

/** Chrome's words for kinds of requests, which HAR files and people use, and webRequest's. */

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

const otherWord = "other";

export type ResourceTypeWord = (typeof wordPairs)[number][1] | typeof otherWord;

export const resourceTypeWords: readonly ResourceTypeWord[] = [
  ...new Set<ResourceTypeWord>([...wordPairs.map(([, word]) => word), otherWord]),
];

export function toHarResourceType(resourceType: string): ResourceTypeWord {
  return wordPairs.find(([own]) => own === resourceType)?.[1] ?? otherWord;
}

export function fromHarResourceType(resourceType: unknown): string {
  return wordPairs.find(([, word]) => word === resourceType)?.[0] ?? otherWord;
}

/** What browsers say of it to servers (Sec-Fetch-Dest; https://fetch.spec.whatwg.org/#concept-request-destination). */
const byDestination: ReadonlyMap<string, string> = new Map([
  ["document", "main_frame"],
  ["iframe", "sub_frame"],
  ["frame", "sub_frame"],
  ["embed", "object"],
  ["object", "object"],
  ["empty", "xmlhttprequest"],
  ["style", "stylesheet"],
  ["script", "script"],
  ["image", "image"],
  ["font", "font"],
  ["audio", "media"],
  ["video", "media"],
  ["track", "media"],
  ["manifest", "web_manifest"],
]);

export function fromDestination(destination: string): string {
  return byDestination.get(destination) ?? otherWord;
}

/** Of one of webRequest's own words. */
export function isResourceTypeBeginning(text: string): boolean {
  return wordPairs.some(([own]) => own.startsWith(text));
}

/** All words that mean this kind: webRequest does not tell a fetch from an XHR. */
export function wordsOfResourceType(resourceType: string): readonly ResourceTypeWord[] {
  const words = wordPairs.filter(([own]) => own === resourceType).map(([, word]) => word);
  return words.length === 0 ? [otherWord] : words;
}

/** Maps the resource types of HAR files and DevTools to the resource types of webRequest. */

const typePairs = [
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

const otherType = "other";

export type HarResourceType = (typeof typePairs)[number][1] | typeof otherType;

export const harResourceTypes: readonly HarResourceType[] = [
  ...new Set<HarResourceType>([...typePairs.map(([, harType]) => harType), otherType]),
];

export function toHarResourceType(resourceType: string): HarResourceType {
  return typePairs.find(([webRequestType]) => webRequestType === resourceType)?.[1] ?? otherType;
}

export function fromHarResourceType(resourceType: unknown): string {
  return typePairs.find(([, harType]) => harType === resourceType)?.[0] ?? otherType;
}

/** By the value of Sec-Fetch-Dest (https://fetch.spec.whatwg.org/#concept-request-destination). */
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
  return byDestination.get(destination) ?? otherType;
}

/** Whether a webRequest resource type starts with `text`. */
export function isResourceTypePrefix(text: string): boolean {
  return typePairs.some(([webRequestType]) => webRequestType.startsWith(text));
}

/** All HAR resource types for a webRequest type: webRequest doesn't distinguish fetch from XHR. */
export function harResourceTypesOf(resourceType: string): readonly HarResourceType[] {
  const types = typePairs.filter(([webRequestType]) => webRequestType === resourceType).map(([, harType]) => harType);
  return types.length === 0 ? [otherType] : types;
}

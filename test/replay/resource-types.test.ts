/** Tests the resource type and the tab of each chain, from the traces of both browsers. */
import { expect, test } from "vitest";
import type { Chain } from "../../src/model/chain/redirect-chain.ts";
import { toHarResourceType, type HarResourceType } from "../../src/model/chain/resource-type-names.ts";
import { browserNames, eventsOf, listedIn, normalizedEventsOf, readTrace, replay } from "./traces.ts";

const expectedTypes: Readonly<Record<string, HarResourceType>> = {
  "resource-frame": "document",
  "resource-frame-in-frame": "document",
  "resource-image": "image",
  "resource-image-set": "image",
  "resource-script": "script",
  "resource-style": "stylesheet",
  "resource-font": "font",
  "resource-video": "media",
  "resource-audio": "media",
  "resource-object": "other",
  "resource-embed": "other",
  "resource-preload": "image",
  "resource-prefetch": "other",
  "resource-xhr": "xhr",
  "resource-event-source": "xhr",
  "resource-worker-fetch": "xhr",
  "resource-worker-script": "script",
  "resource-ping": "ping",
  "body-beacon": "ping",
  "resource-csp-report": "csp-violation-report",
  "new-window-by-link": "document",
  "new-window-by-link-with-opener": "document",
  "new-window-by-script": "document",
  "download-by-link": "document",
  "download-by-frame": "document",
};

test.each(
  browserNames.flatMap((browserName) => Object.keys(expectedTypes).map((name) => [browserName, name] as const)),
)("%s: %s", (browserName, name) => {
  const [chain, ...others] = listedIn(replay(eventsOf(browserName, readTrace(browserName, name))));
  expect(others).toEqual([]);
  expect(toHarResourceType(chain?.resourceType ?? "")).toBe(expectedTypes[name]);
  // A trace numbers tabs in order of appearance: the second is the one that the first opened.
  expect(chain?.tabId).toBe(name.startsWith("new-window") ? 2 : 1);
});

test("a link with the download attribute is a document only in Firefox", () => {
  const typeIn = (browserName: "chromium" | "firefox"): Chain["resourceType"] | undefined =>
    listedIn(replay(eventsOf(browserName, readTrace(browserName, "download-by-download-link"))))[0]?.resourceType;
  expect(browserNames.map(typeIn)).toEqual(["other", "main_frame"]);
});

test.each(browserNames)("%s: a shared worker's requests have no tab", (browserName) => {
  const events = normalizedEventsOf(browserName, readTrace(browserName, "resource-shared-worker-fetch"));
  const fetched = events.filter((event) => "url" in event && event.url.includes("/redirect?"));
  expect(new Set(fetched.map(({ tabId }) => tabId))).toEqual(new Set([-1]));
});

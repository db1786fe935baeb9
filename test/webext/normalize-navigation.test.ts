/** Tests which navigations of a tab are told: those of the document that it shows. */
import { expect, test } from "vitest";
import { normalizeNavigation } from "../../src/webext/normalize-navigation.ts";

const details = { tabId: 1, frameId: 0, timeStamp: 5, url: "http://a.test/" };

test("a commit and an error of the tab's document", () => {
  expect(normalizeNavigation("onCommitted", { ...details, documentLifecycle: "active" }, "chromium")).toEqual({
    kind: "document-committed",
    tabId: 1,
    at: 5,
    url: "http://a.test/",
  });
  expect(normalizeNavigation("onErrorOccurred", { ...details, error: "net::ERR_FAILED" }, "chromium")).toEqual({
    kind: "navigation-failed",
    tabId: 1,
    at: 5,
    url: "http://a.test/",
    error: "net::ERR_FAILED",
  });
});

test("Firefox: an error that comes as a number gets the name that webRequest has for it", () => {
  const named = (error: string) => normalizeNavigation("onErrorOccurred", { ...details, error }, "firefox");
  expect(named("Error code 2152398866")).toMatchObject({ error: "NS_ERROR_UNKNOWN_PROTOCOL" });
  expect(named("Error code 1")).toMatchObject({ error: "Error code 1" });
});

test("what a tab is about to load is told in Chromium, where it comes before the request", () => {
  const event = { kind: "navigation-started", tabId: 1, at: 5, url: "http://a.test/" };
  expect(normalizeNavigation("onBeforeNavigate", details, "chromium")).toEqual(event);
  expect(normalizeNavigation("onBeforeNavigate", details, "firefox")).toBeUndefined();
});

test.each([
  ["a frame within it", { frameId: 4 }],
  ["Chromium: a prerendered document", { documentLifecycle: "prerender" }],
])("%s is not told", (_, more) => {
  expect(normalizeNavigation("onCommitted", { ...details, ...more }, "chromium")).toBeUndefined();
  expect(normalizeNavigation("onErrorOccurred", { ...details, ...more }, "chromium")).toBeUndefined();
});

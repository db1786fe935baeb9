/** Tests which navigations of a tab are reported: those of the document that it shows. */
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

test("Firefox: an error number is translated to webRequest's error name", () => {
  const named = (error: string) => normalizeNavigation("onErrorOccurred", { ...details, error }, "firefox");
  expect(named("Error code 2152398866")).toMatchObject({ error: "NS_ERROR_UNKNOWN_PROTOCOL" });
  expect(named("Error code 1")).toMatchObject({ error: "Error code 1" });
});

test("the start of a navigation is reported in Chromium only, where it precedes the request", () => {
  const event = { kind: "navigation-started", tabId: 1, at: 5, url: "http://a.test/" };
  expect(normalizeNavigation("onBeforeNavigate", details, "chromium")).toEqual(event);
  expect(normalizeNavigation("onBeforeNavigate", details, "firefox")).toBeUndefined();
});

test.each([
  ["a subframe", { frameId: 4 }],
  ["Chromium: a prerendered document", { documentLifecycle: "prerender" }],
])("%s is ignored", (_, more) => {
  expect(normalizeNavigation("onCommitted", { ...details, ...more }, "chromium")).toBeUndefined();
  expect(normalizeNavigation("onErrorOccurred", { ...details, ...more }, "chromium")).toBeUndefined();
});

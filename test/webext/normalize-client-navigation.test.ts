/** Tests what is taken from the content script's message: only what is whole, and only of the document that a tab shows. */
import { expect, test } from "vitest";
import { normalizeClientNavigation } from "../../src/webext/normalize-client-navigation.ts";

const message = {
  type: "client-navigation",
  url: "http://a.test/next",
  documentUrl: "http://a.test/",
  baseUrl: "http://a.test/",
  isUserActive: false,
  timeStamp: 5,
};
const sender = { tabId: 1, frameId: 0 };

test("a page that leaves", () => {
  const { type: _, timeStamp: at, ...facts } = message;
  const event = { kind: "client-navigated", tabId: 1, at, ...facts };
  expect(normalizeClientNavigation(message, sender)).toEqual(event);
  expect(normalizeClientNavigation({ ...message, metaRefresh: "0" }, sender)).toEqual({ ...event, metaRefresh: "0" });
});

test.each([
  ["a frame within it", { frameId: 4 }],
  ["no tab", { tabId: undefined }],
  ["Chromium: a prerendered document", { documentLifecycle: "prerender" }],
])("%s is not told", (_, more) => {
  expect(normalizeClientNavigation(message, { ...sender, ...more })).toBeUndefined();
});

test.each([
  ["nothing", undefined],
  ["null", null],
  ["a text", "client-navigation"],
  ["another type", { ...message, type: "clear" }],
  ["no URL", { ...message, url: 1 }],
  ["no document", { ...message, documentUrl: undefined }],
  ["no base", { ...message, baseUrl: null }],
  ["no time", { ...message, timeStamp: "5" }],
  ["no word on the person", { ...message, isUserActive: 0 }],
])("%s is no message of the content script", (_, other) => {
  expect(normalizeClientNavigation(other, sender)).toBeUndefined();
});

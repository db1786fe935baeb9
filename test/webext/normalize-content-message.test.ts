/**
 * Tests which messages of the content script are accepted: only complete ones within the limits, of the document that a
 * tab shows.
 */
import { expect, test } from "vitest";
import { maxContentLength, maxElements, maxUrlLength } from "../../src/protocol/content-messages.ts";
import { normalizeContentMessage } from "../../src/webext/normalize-content-message.ts";

const message = {
  type: "client-navigation",
  url: "http://a.test/next",
  documentUrl: "http://a.test/",
  baseUrl: "http://a.test/",
  isUserActive: false,
  timeStamp: 5,
};
const sender = { tabId: 1, frameId: 0 };

test("a page that navigates away", () => {
  const { type: _, timeStamp: at, ...facts } = message;
  const event = { kind: "client-navigated", tabId: 1, at, ...facts };
  expect(normalizeContentMessage(message, sender)).toEqual(event);
  expect(normalizeContentMessage({ ...message, metaRefreshes: ["0"] }, sender)).toEqual({
    ...event,
    metaRefreshes: ["0"],
  });
});

test.each([
  ["a subframe", { frameId: 4 }],
  ["no tab", { tabId: undefined }],
  ["Chromium: a prerendered document", { documentLifecycle: "prerender" }],
])("%s is ignored", (_, more) => {
  expect(normalizeContentMessage(message, { ...sender, ...more })).toBeUndefined();
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
  ["no user activation", { ...message, isUserActive: 0 }],
])("%s: rejected", (_, other) => {
  expect(normalizeContentMessage(other, sender)).toBeUndefined();
});

const long = (length: number) => "x".repeat(length + 1);

test.each(["url", "documentUrl", "baseUrl"])("a message whose %s is too long is rejected", (name) => {
  const url = `http://a.test/${long(maxUrlLength)}`;
  expect(normalizeContentMessage({ ...message, [name]: url }, sender)).toBeUndefined();
});

test.each<[string, unknown, readonly string[] | undefined, true | undefined]>([
  ["two", ["0", "1"], ["0", "1"], undefined],
  ["none", [], undefined, undefined],
  ["one that is too long", ["0", long(maxContentLength)], ["0"], true],
  ["too many", Array(maxElements + 1).fill("0"), Array(maxElements).fill("0"), true],
])("meta refreshes: %s", (_, metaRefreshes, kept, hasMore) => {
  const event = normalizeContentMessage({ ...message, metaRefreshes }, sender);
  const { type: _type, timeStamp: at, ...facts } = message;
  expect(event).toEqual({
    kind: "client-navigated",
    tabId: 1,
    at,
    ...facts,
    ...(kept && { metaRefreshes: kept }),
    ...(hasMore && { hasMoreRefreshes: true }),
  });
});

test.each([["a text"], [[1]], [{ length: 1 }], [null]])(
  "a message whose meta refreshes are %j is rejected",
  (metaRefreshes) => {
    expect(normalizeContentMessage({ ...message, metaRefreshes }, sender)).toBeUndefined();
  },
);

const description = {
  type: "page-description",
  documentUrl: "http://a.test/",
  canonicals: ["http://a.test/c"],
  robots: ["noindex"],
  timeStamp: 5,
};

test("a page that describes itself", () => {
  const event = { kind: "page-described", tabId: 1, at: 5, documentUrl: "http://a.test/" };
  expect(normalizeContentMessage(description, sender)).toEqual({
    ...event,
    page: { canonicals: ["http://a.test/c"], robots: ["noindex"] },
  });
  const empty = { canonicals: ["javascript:0", "", `http://a.test/${long(maxUrlLength)}`], robots: [" "] };
  expect(normalizeContentMessage({ ...description, ...empty }, sender)).toEqual({ ...event, page: {} });
  const many = { canonicals: [], robots: Array(maxElements + 1).fill("none") };
  expect(normalizeContentMessage({ ...description, ...many }, sender)).toEqual({
    ...event,
    page: { robots: Array(maxElements).fill("none") },
  });
});

test.each([
  ["no document", { documentUrl: undefined }],
  ["no canonicals", { canonicals: undefined }],
  ["canonicals that are not strings", { canonicals: [{}] }],
  ["rules that are not a list", { robots: "noindex" }],
  ["no time", { timeStamp: Number.NaN }],
])("a description with %s is ignored", (_, more) => {
  expect(normalizeContentMessage({ ...description, ...more }, sender)).toBeUndefined();
});

/** Tests what is understood of what arrives at a port: port names and messages, hostile ones among them. */
import { describe, expect, test } from "vitest";
import { newTabState } from "../../src/model/log/chain-log.ts";
import {
  parseBackgroundMessage,
  parsePanelMessage,
  portNameFor,
  tabIdOfPort,
} from "../../src/protocol/panel-messages.ts";

test.each([0, 1, 12, 2_147_483_647])("the port of tab %i tells its tab", (tabId) => {
  expect(tabIdOfPort(portNameFor(tabId))).toBe(tabId);
});

test.each([
  "",
  "panel:",
  "panel:-1",
  "panel:1.5",
  "panel:1e9",
  "panel: 1",
  "panel:1\n",
  "panel:x",
  "popup:1",
  "xpanel:1",
  "panel:12345678901",
])("%j is no panel's port", (name) => {
  expect(tabIdOfPort(name)).toBeUndefined();
});

const strangers = [
  undefined,
  null,
  0,
  "clear",
  true,
  [],
  {},
  ["clear"],
  { type: "" },
  { type: ["clear"] },
  { type: "constructor" },
];

describe("to the background", () => {
  test.each([
    { type: "clear" },
    { type: "set-recording", recording: false },
    { type: "set-preserve-log", preserveLog: true },
    { type: "set-filter", filter: { text: "status:302 -a", resourceGroup: "fetch", onlyFindings: true } },
  ])("%o is understood", (message) => {
    expect(parsePanelMessage(message)).toEqual(message);
  });

  test("what a message says beside is not passed on", () => {
    const message = { type: "set-recording", recording: true, tabId: 5, kind: "tab-closed", preserveLog: true };
    expect(parsePanelMessage(message)).toEqual({ type: "set-recording", recording: true });
    expect(parsePanelMessage({ type: "clear", tabId: 5 })).toEqual({ type: "clear" });
    const filter = { text: "", resourceGroup: "all", onlyFindings: false };
    const filterMessage = { type: "set-filter", filter: { ...filter, tabId: 5 }, tabId: 5 };
    expect(parsePanelMessage(filterMessage)).toEqual({ type: "set-filter", filter });
  });

  test.each([
    ...strangers,
    { type: "set-recording" },
    { type: "set-recording", recording: "yes" },
    { type: "set-recording", preserveLog: true },
    { type: "set-preserve-log", preserveLog: 1 },
    { type: "set-filter" },
    { type: "set-filter", filter: "status:302" },
    { type: "set-filter", filter: { text: 302, resourceGroup: "all", onlyFindings: false } },
    { type: "set-filter", filter: { text: "x".repeat(2_001), resourceGroup: "all", onlyFindings: false } },
    { type: "set-filter", filter: { text: "", resourceGroup: "script", onlyFindings: false } },
    { type: "set-filter", filter: { text: "", resourceGroup: "all", onlyFindings: 1 } },
    { type: "set-watched", watched: false },
    { type: "tab-closed" },
    { type: "snapshot", changes: [] },
  ])("%j is not", (message) => {
    expect(parsePanelMessage(message)).toBeUndefined();
  });
});

describe("to the panel", () => {
  test.each([
    { type: "snapshot", changes: [] },
    { type: "changes", changes: [{ kind: "tab-put", tabId: 1, state: newTabState }] },
    { type: "changes", changes: [{ kind: "chains-dropped", tabId: 1, chainIds: ["1"] }] },
  ])("%o is understood", (message) => {
    expect(parseBackgroundMessage(message)).toEqual(message);
  });

  test.each([
    ...strangers,
    { type: "snapshot" },
    { type: "snapshot", changes: null },
    { type: "snapshot", changes: {} },
    { type: "changes" },
    { type: "changes", changes: "x" },
    { type: "tab-page", title: 5 },
    { type: "tab-replaced" },
    { type: "log-saved", isSaved: "yes" },
    { type: "site-access" },
    { type: "clear" },
  ])("%j is not", (message) => {
    expect(parseBackgroundMessage(message)).toBeUndefined();
  });
});

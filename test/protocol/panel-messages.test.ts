/** Tests which port names and messages are accepted, including malicious ones. */
import { describe, expect, test } from "vitest";
import { newTabState } from "../../src/model/log/chain-log.ts";
import {
  parseBackgroundMessage,
  parsePanelMessage,
  portNameFor,
  tabIdOfPort,
} from "../../src/protocol/panel-messages.ts";

test.each([0, 1, 12, 2_147_483_647])("the port name of tab %i contains its id", (tabId) => {
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
])("%j is not the name of a panel's port", (name) => {
  expect(tabIdOfPort(name)).toBeUndefined();
});

const invalidMessages = [
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
  ])("%o is accepted", (message) => {
    expect(parsePanelMessage(message)).toEqual(message);
  });

  test("unknown fields of a message are removed", () => {
    const message = { type: "set-recording", recording: true, tabId: 5, kind: "tab-closed", preserveLog: true };
    expect(parsePanelMessage(message)).toEqual({ type: "set-recording", recording: true });
    expect(parsePanelMessage({ type: "clear", tabId: 5 })).toEqual({ type: "clear" });
    const filter = { text: "", resourceGroup: "all", onlyFindings: false };
    const filterMessage = { type: "set-filter", filter: { ...filter, tabId: 5 }, tabId: 5 };
    expect(parsePanelMessage(filterMessage)).toEqual({ type: "set-filter", filter });
  });

  test.each([
    ...invalidMessages,
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
  ])("%j is rejected", (message) => {
    expect(parsePanelMessage(message)).toBeUndefined();
  });
});

describe("to the panel", () => {
  test.each([
    { type: "snapshot", changes: [] },
    { type: "changes", changes: [{ kind: "tab-put", tabId: 1, state: newTabState }] },
    { type: "changes", changes: [{ kind: "chains-dropped", tabId: 1, chainIds: ["1"] }] },
  ])("%o is accepted", (message) => {
    expect(parseBackgroundMessage(message)).toEqual(message);
  });

  test.each([
    ...invalidMessages,
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
  ])("%j is rejected", (message) => {
    expect(parseBackgroundMessage(message)).toBeUndefined();
  });
});

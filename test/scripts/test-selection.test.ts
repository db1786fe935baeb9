/** The words behind `npm test --`. */
import { expect, test } from "vitest";
import { selectTests } from "../../scripts/test-selection.ts";

const files = {
  e2e: ["test/e2e/scenarios.test.ts", "test/e2e/states.test.ts", "test/e2e/rare-states.test.ts"],
  unit: ["test/replay/scenarios.test.ts", "test/model/log/hsts-hosts.test.ts", "test/repo.test.ts"],
};
const both = ["chromium", "firefox"];
const scenarios = ["test/e2e/scenarios.test.ts"];

test.each([
  ["", { browsers: both, ...files }],
  ["firefox", { browsers: ["firefox"], e2e: files.e2e, unit: [] }],
  ["firefox chromium", { browsers: both, e2e: files.e2e, unit: [] }],
  ["scenarios", { browsers: both, e2e: scenarios, unit: [] }],
  ["scenarios firefox", { browsers: ["firefox"], e2e: scenarios, unit: [] }],
  ["chromium scenarios", { browsers: ["chromium"], e2e: scenarios, unit: [] }],
  ["scenarios scenarios", { browsers: both, e2e: scenarios, unit: [] }],
  // The full name wins over a part of one.
  ["states", { browsers: both, e2e: ["test/e2e/states.test.ts"], unit: [] }],
  ["state", { browsers: both, e2e: ["test/e2e/states.test.ts", "test/e2e/rare-states.test.ts"], unit: [] }],
  ["hsts", { browsers: both, e2e: [], unit: ["test/model/log/hsts-hosts.test.ts"] }],
  ["scenarios repo", { browsers: both, e2e: scenarios, unit: ["test/repo.test.ts"] }],
])("%j", (words, expected) => {
  expect(selectTests(words.split(" ").filter(Boolean), files)).toEqual(expected);
});

test.each(["scenaros", "Firefox", "--project", ""])("%j is not known: one sentence that lists what is", (word) => {
  expect(() => selectTests([word, "firefox"], files)).toThrow(
    `"${word}" is neither a browser (chromium, firefox) nor an e2e file (scenarios, states, rare-states) ` +
      `nor a unit test (hsts-hosts, repo, scenarios).`,
  );
});

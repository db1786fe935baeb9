/**
 * Generates docs/browser-quirks.md from the quirks, and fails when the file is out of date (`vitest -u` updates it).
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { matchingRules } from "../../../src/model/log/match-load.ts";
import { allQuirks } from "../../../src/webext/quirks/all-quirks.ts";
import type { QuirkFacts } from "../../../src/webext/quirks/quirk.ts";
import { eventOrderFacts, reportFacts, rewrittenFacts } from "../../../src/webext/quirks/quirk-facts.ts";

const fixtures = join(import.meta.dirname, "../../fixtures");

const heading = `# Browser quirks

Differences between what Chromium and Firefox report, and how Hopscope handles them. Generated from \`src/webext/quirks\` by
\`test/webext/quirks/quirk-facts.test.ts\`. The model (\`src/model\`) names no browser.

Each quirk was measured in the listed versions. Traces are recordings in \`test/fixtures\`; unit tests replay them.`;

const sections: readonly (readonly [title: string, text: string, quirks: readonly QuirkFacts[]])[] = [
  ["Rewritten events", "Events are rewritten before they reach the model: one file for each quirk.", rewrittenFacts],
  [
    "Order of arrival",
    "The model matches the events of a page load by document id, URL and time. Each rule of `src/model/log/match-load.ts` that a browser needs:",
    eventOrderFacts,
  ],
  ["Other reports", "Handled where details are normalized, saved, imported or shown.", reportFacts],
];

test("docs/browser-quirks.md is up to date", async () => {
  const parts = sections.map(
    ([title, text, quirks]) => `## ${title}\n\n${text}\n\n${quirks.map((quirk) => entry(quirk)).join("\n\n")}`,
  );
  const document = [heading, ...parts].join("\n\n");
  await expect(`${document}\n`).toMatchFileSnapshot("../../../docs/browser-quirks.md");
});

test("every quirk that rewrites events is documented", () => {
  expect(rewrittenFacts.map(({ id }) => id)).toEqual(allQuirks.map(({ id }) => id));
});

test("every documented order of arrival has a rule", () => {
  const ruleIds = matchingRules.map(({ id }) => id);
  expect(ruleIds).toEqual(expect.arrayContaining(eventOrderFacts.map(({ id }) => id)));
});

const traces = [...rewrittenFacts, ...eventOrderFacts, ...reportFacts].flatMap(({ seenIn, traces: names }) =>
  names.flatMap((name) => seenIn.map((version) => `${version.split(" ")[0]?.toLowerCase()}/${name}.json`)),
);

test.each([...new Set(traces)])("the trace %s exists", (file) => {
  expect(existsSync(join(fixtures, file))).toBe(true);
});

function entry({ id, summary, handling, seenIn, bug, traces: names }: QuirkFacts): string {
  const facts = [
    `Seen in ${seenIn.join(", ")}`,
    bug === undefined ? "no bug filed" : `[bug](${bug})`,
    names.length === 0 ? "" : `traces: ${names.map((name) => `\`${name}\``).join(", ")}`,
  ];
  return `### ${id}\n\n${summary} **${handling}**\n\n_${facts.filter((fact) => fact !== "").join(" · ")}_`;
}

/** The sizes of the packed extension and its parts, with the budgets that `npm test` enforces. */
import { kibibytes, measureSizes, measureTexts } from "../../scripts/size-budget.ts";
import type { Bench } from "../bench.ts";
import { atMost, markdownTable } from "../markdown-table.ts";

/** KiB. */
const goals: Readonly<Record<string, number>> = {
  zip: 100,
  background: 15,
  "content script": 1,
  "all of the panel": 45,
};

export const sizeBench: Bench = {
  name: "size",
  title: "Size",
  async run() {
    const parts = await measureSizes();
    const texts = await measureTexts();
    const panelBytes = parts
      .filter(({ name }) => name.startsWith("panel"))
      .reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
    const rows = [...parts, { name: "all of the panel", sizeBytes: panelBytes, budgetBytes: undefined }].map(
      ({ name, sizeBytes, budgetBytes }) => [
        name,
        atMost(kibibytes(sizeBytes), goals[name]),
        budgetBytes === undefined ? "" : kibibytes(budgetBytes),
      ],
    );
    return `The zip of \`npm run package\`, and its parts minified and gzipped. \`npm test\` fails if a part exceeds its budget. If a
size misses its goal, the goal follows it.

${markdownTable(["part", "size", "budget"], rows)}

The texts in ${texts.languages} languages, each with the whole reference, take ${kibibytes(texts.sizeBytes)} of the zip: its goal leaves no room for them. The
panel loads on first use what it does not need to list redirects; together, its parts exceed the goal.`;
  },
};

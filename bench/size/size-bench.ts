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
    return `The zip as \`npm run package\` makes it; its parts minified and gzipped. A part over its budget fails \`npm test\`. A goal
stands behind a size that does not meet it.

${markdownTable(["part", "size", "budget"], rows)}

The texts in ${texts.languages} languages, with the whole reference in each, take ${kibibytes(texts.sizeBytes)} of the zip: its goal would leave them no room. Of
the panel, what is not needed to list redirects is loaded when a person first asks for it; all that it does does not fit in
its goal, what it loads to open does.`;
  },
};

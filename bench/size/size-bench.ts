/** How large the packed extension and its parts are, beside the budgets that `npm test` holds them to. */
import { kibibytes, measureSizes, measureTexts } from "../../scripts/size-budget.ts";
import type { Bench } from "../bench.ts";
import { markdownTable } from "../markdown-table.ts";

export const sizeBench: Bench = {
  name: "size",
  title: "Size",
  async run() {
    const sizes = await measureSizes();
    const texts = await measureTexts();
    const rows = sizes.map(({ name, sizeBytes, budgetBytes }) => [name, kibibytes(sizeBytes), kibibytes(budgetBytes)]);
    return `The zip as \`npm run package\` makes it; its parts minified and gzipped. A part over its budget fails \`npm test\`.

${markdownTable(["part", "size", "budget"], rows)}

Goals: 15 KB for the background, 1 KB for the content script, 45 KB for the panel, which holds for what it loads to open and
not for all of it together, and 100 KB for the zip, which cannot hold with the whole reference in ${texts.languages} languages: their texts
alone take ${kibibytes(texts.sizeBytes)} of it.`;
  },
};

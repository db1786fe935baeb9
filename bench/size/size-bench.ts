/** How large the packed extension and its parts are, beside the budgets that `npm test` holds them to. */
import { kibibytes, measureSizes } from "../../scripts/size-budget.ts";
import type { Bench } from "../bench.ts";
import { markdownTable } from "../markdown-table.ts";

export const sizeBench: Bench = {
  name: "size",
  title: "Size",
  async run() {
    const sizes = await measureSizes();
    const rows = sizes.map(({ name, sizeBytes, budgetBytes }) => [name, kibibytes(sizeBytes), kibibytes(budgetBytes)]);
    return `The zip as \`npm run package\` makes it; its parts minified and gzipped. A part over its budget fails \`npm test\`.

${markdownTable(["part", "size", "budget"], rows)}`;
  },
};

/** docs/performance.md: one section for each bench, replaced in place by its own run. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../scripts/build-extension.ts";

const file = join(root, "docs/performance.md");

const introduction = `# What Hopscope costs

Each section is written by its bench (\`npm run bench\` for all, \`npm run bench -- NAME\` for one). Ratios are against a
baseline in the same run, the two taking turns. Ratios and times are medians unless said otherwise; bytes, memory and what is
called longest or last are taken once. 1 KB is 1,024 bytes.
`;

/** `titles`: of all sections, in their order. */
export function writeSection(title: string, content: string, titles: readonly string[]): void {
  const sections = new Map(existsSync(file) ? sectionsOf(readFileSync(file, "utf8")) : []);
  sections.set(title, content);
  const parts = titles.flatMap((known) => {
    const body = sections.get(known);
    return body === undefined ? [] : [`## ${known}\n\n${body.trim()}\n`];
  });
  writeFileSync(file, [introduction, ...parts].join("\n"));
}

function sectionsOf(text: string): [title: string, content: string][] {
  return text
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const end = section.indexOf("\n");
      return [section.slice(0, end), section.slice(end + 1)];
    });
}

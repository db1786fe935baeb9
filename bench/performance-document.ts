/** docs/performance.md: one section for each bench, replaced in place by its own run. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../scripts/build-extension.ts";

const file = join(root, "docs/performance.md");

const introduction = `# What Hopscope costs

Each bench writes its section: \`npm run bench\` runs all of them, \`npm run bench -- NAME\` one. Ratios compare with a
baseline that was measured in the same run, in alternation. Ratios and times are medians unless stated otherwise. Bytes, memory
and values called longest or last are single measurements. 1 KB is 1,024 bytes.
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

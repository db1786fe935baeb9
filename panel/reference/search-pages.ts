/** Searching the reference: the sections in which every word that was typed occurs, each once, with the pages that have it. */
import { text } from "../texts.ts";
import { pageTitle, type PageId } from "./page-title.ts";
import { linesOf, pageIds, sectionsOf, type Section } from "./pages.ts";

export interface FoundSection {
  readonly section: Section;
  readonly pages: readonly PageId[];
}

export function searchPages(query: string): FoundSection[] {
  const words = query
    .toLocaleLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  // A sentence that several statuses share is one find.
  const found = new Map<string, { section: Section; pages: PageId[] }>();
  for (const page of pageIds) {
    for (const section of sectionsOf(page)) {
      const content = [pageTitle(page), text(section.heading), ...linesOf(section)].join(" ").toLocaleLowerCase();
      if (!words.every((word) => content.includes(word))) continue;
      const key = section.names.join();
      const known = found.get(key);
      if (known === undefined) found.set(key, { section, pages: [page] });
      else known.pages.push(page);
    }
  }
  return [...found.values()];
}

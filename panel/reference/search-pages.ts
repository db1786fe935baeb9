/**
 * Searching the reference: the sections in which every word that was typed occurs, each once, with the pages that have it.
 * Where no section has them all, the sections with some of them, of pages that have them all.
 */
import { text } from "../ui/texts.ts";
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
  const inSections = foundIn(words, (content) => words.every((word) => content.includes(word)));
  if (inSections.length > 0) return inSections;
  const wholePages = pageIds.filter((page) => {
    const content = sectionsOf(page)
      .map((section) => contentOf(page, section))
      .join(" ");
    return words.every((word) => content.includes(word));
  });
  return foundIn(words, (content) => words.some((word) => content.includes(word)), wholePages);
}

function contentOf(page: PageId, section: Section): string {
  // The list's column is named SEO, the section after who reads it.
  const column = section.heading === "refSeo" ? text("columnSeo") : "";
  return [pageTitle(page), text(section.heading), column, ...linesOf(section)].join(" ").toLocaleLowerCase();
}

function foundIn(
  words: readonly string[],
  isFound: (content: string) => boolean,
  pages: readonly PageId[] = pageIds,
): FoundSection[] {
  if (words.length === 0) return [];
  // A sentence that several statuses share is one find.
  const found = new Map<string, { section: Section; pages: PageId[] }>();
  for (const page of pages) {
    for (const section of sectionsOf(page)) {
      if (!isFound(contentOf(page, section))) continue;
      const key = section.names.join();
      const known = found.get(key);
      if (known === undefined) found.set(key, { section, pages: [page] });
      else known.pages.push(page);
    }
  }
  return [...found.values()];
}

/**
 * Searches the reference: returns the sections that contain every word, with the pages that have them. If no section does,
 * returns the sections with some of the words, from pages that contain them all.
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
  // The list's column is called SEO, the section is not.
  const column = section.heading === "refSeo" ? text("columnSeo") : "";
  return [pageTitle(page), text(section.heading), column, ...linesOf(section)].join(" ").toLocaleLowerCase();
}

function foundIn(
  words: readonly string[],
  isFound: (content: string) => boolean,
  pages: readonly PageId[] = pageIds,
): FoundSection[] {
  if (words.length === 0) return [];
  // Statuses can share a section: list it once.
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

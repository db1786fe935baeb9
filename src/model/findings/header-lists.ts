/** Headers that are lists: several lines of one name mean the same as one line with commas (RFC 9110 §5.3). */
import type { Answer } from "../chain/redirect-chain.ts";

export function headerLines({ headers }: Pick<Answer, "headers">, name: string): string[] {
  return headers.filter((header) => header.name.toLowerCase() === name).map(({ value }) => value);
}

/** The members of the list, over all lines. Commas within `"…"` and `<…>` separate nothing. */
export function listMembers(lines: readonly string[]): string[] {
  return lines
    .flatMap((line) => line.match(/(?:"(?:[^"\\]|\\.)*"|<[^>]*>|[^,])+/g) ?? [])
    .map((member) => member.trim())
    .filter((member) => member !== "");
}

/** List headers: several lines with one name are equivalent to one comma-separated line (RFC 9110 §5.3). */
import type { Answer } from "../chain/redirect-chain.ts";

export function headerLines({ headers }: Pick<Answer, "headers">, name: string): string[] {
  return headers.filter((header) => header.name.toLowerCase() === name).map(({ value }) => value);
}

/** The members of the list in all lines. Commas within `"…"` and `<…>` aren't separators. */
export function listMembers(lines: readonly string[]): string[] {
  return lines
    .flatMap((line) => line.match(/(?:"(?:[^"\\]|\\.)*"|<[^>]*>|[^,])+/g) ?? [])
    .map((member) => member.trim())
    .filter((member) => member !== "");
}

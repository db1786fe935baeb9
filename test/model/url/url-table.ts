/** Reads tables of URLs, one per line; `# ` starts a comment. */
export function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim().replaceAll("·", ""))
    .filter((line) => line !== "" && !line.startsWith("# "));
}

/** Quoting for a POSIX shell (and zsh): within single quotes nothing has a meaning but the single quote itself. */
export function shellQuote(word: string): string {
  if (/^[A-Za-z\d_@%+:,./-][A-Za-z\d_@%+=:,./-]*$/.test(word)) return word;
  return `'${word.replaceAll("'", `'\\''`)}'`;
}

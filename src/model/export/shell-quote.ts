/** How a word of a command line is written so that a shell takes it as it is: for bash and zsh, and for cmd.exe. */

export type Shell = "bash" | "cmd";

export function shellQuote(word: string, shell: Shell = "bash"): string {
  return shell === "bash" ? bashQuote(word) : cmdQuote(word);
}

/** Within single quotes nothing has a meaning but the single quote itself. */
function bashQuote(word: string): string {
  if (/^[A-Za-z\d_@%+:,./-][A-Za-z\d_@%+=:,./-]*$/.test(word)) return word;
  return `'${word.replaceAll("'", `'\\''`)}'`;
}

/**
 * For two readers, as "Copy as cURL (cmd)" of Chrome's DevTools does it. curl.exe takes `\\"` for a quote within quotes. cmd.exe acts
 * on `& | < >` and others outside of its own quotes unless a `^` is before them, and on `%NAME%` everywhere: all get a `^`, the
 * quotes, too, so that cmd.exe sees none; and a name is separated from its `%`.
 */
function cmdQuote(word: string): string {
  if (/^[A-Za-z\d_@+:./-]+$/.test(word)) return word;
  const forCurl = word
    .replaceAll(/\\+/g, (run, at: number) => (['"', undefined].includes(word[at + run.length]) ? run + run : run))
    .replaceAll('"', '\\"');
  const forCmd = forCurl
    .replaceAll(/[^\w\s@+:,./=-]/g, "^$&")
    .replaceAll(/%(?=\w)/g, "%^")
    .replaceAll("\n", "^\n\n");
  return `^"${forCmd}^"`;
}

/** Quotes an argument of a command line for bash and zsh, or for cmd.exe. */

export type Shell = "bash" | "cmd";

export function shellQuote(word: string, shell: Shell = "bash"): string {
  return shell === "bash" ? bashQuote(word) : cmdQuote(word);
}

/** Within single quotes, only the single quote itself is special. */
function bashQuote(word: string): string {
  if (/^[A-Za-z\d_@%+:,./-][A-Za-z\d_@%+=:,./-]*$/.test(word)) return word;
  return `'${word.replaceAll("'", `'\\''`)}'`;
}

/**
 * Two programs parse the line; "Copy as cURL (cmd)" of DevTools does the same. For curl.exe, `\\"` is a quote within quotes. cmd.exe
 * interprets `& | < >` and others outside of its quotes unless escaped by `^`, and `%NAME%` everywhere. So all of them get a `^`,
 * quotes included, so that cmd.exe sees no quotes, and each `%` is separated from the name after it.
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

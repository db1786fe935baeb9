/** Puts another language in the place of English in a copy of the extension: one of `_locales`, or one that is made up. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

type Messages = Record<string, { message: string }>;

const accents: Readonly<Record<string, string>> = {
  a: "á",
  c: "ç",
  e: "ê",
  i: "î",
  n: "ñ",
  o: "ö",
  s: "š",
  u: "ü",
  y: "ý",
  A: "Å",
  E: "É",
  O: "Ø",
  S: "Š",
  U: "Û",
};

/** `pseudo`: English with accents, and a third longer, as translations are. */
export function speaking(language: string): (folder: string) => Promise<void> {
  return async (folder) => {
    const fileOf = (name: string) => join(folder, "_locales", name, "messages.json");
    const english = JSON.parse(await readFile(fileOf("en"), "utf8")) as Messages;
    const spoken =
      language === "pseudo"
        ? Object.fromEntries(Object.entries(english).map(([name, { message }]) => [name, { message: longer(message) }]))
        : withFormsOf(english, JSON.parse(await readFile(fileOf(language), "utf8")) as Messages);
    // The drivers find the panel by its title.
    const { panelTitle } = english;
    await writeFile(fileOf("en"), JSON.stringify({ ...spoken, panelTitle }));
  };
}

/** The browser still counts in English: Japanese has one form where it asks for two, which Firefox would log. */
function withFormsOf(english: Messages, spoken: Messages): Messages {
  const missing = Object.keys(english).filter((name) => !(name in spoken));
  const forms = missing.flatMap((name) => {
    const other = spoken[name.replace(/_one$/, "_other")];
    return other === undefined ? [] : [[name, other] as const];
  });
  return { ...spoken, ...Object.fromEntries(forms) };
}

function longer(message: string): string {
  const accented = message.replace(/[a-z]/gi, (letter) => accents[letter] ?? letter);
  const padding = "lorem ipsum dolor sit amet consectetur ".repeat(Math.ceil(message.length / 100));
  return /[a-z]/i.test(message) ? `${accented} ${padding.slice(0, Math.ceil(message.length / 3)).trim()}` : message;
}

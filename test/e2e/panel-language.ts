/**
 * Shows the panel in any language of `_locales`, and in a pseudo-language, without a new browser: a copy of the
 * extension has the messages of all of them, and its panel uses those of the language in its URL.
 */
import { readdirSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { PanelHandle } from "../../scripts/browsers/browser-session.ts";

type Messages = Record<string, { readonly message: string }>;

/** English with accents and a third longer, like translations. */
const pseudo = "pseudo";

export const languages = [pseudo, ...readdirSync(join(import.meta.dirname, "../../_locales"))];

/** Changes a copy of the extension. The English messages keep their names. */
export async function addLanguages(folder: string): Promise<void> {
  const read = async (name: string) =>
    JSON.parse(await readFile(join(folder, "_locales", name, "messages.json"), "utf8")) as Messages;
  const english = await read("en");
  const all = { ...english };
  for (const language of languages) {
    const messages = language === pseudo ? pseudoMessages(english) : await read(language);
    for (const [name, message] of Object.entries(messages)) all[`${language}__${name}`] = message;
  }
  await writeFile(join(folder, "_locales/en/messages.json"), JSON.stringify(all));
  await writeFile(join(folder, "panel/language.js"), `(${askInLanguage.toString()})();`);
  const page = join(folder, "panel/log/panel.html");
  const html = await readFile(page, "utf8");
  await writeFile(page, html.replace("<script", '<script src="/panel/language.js"></script><script'));
}

/** Reloads the panel in that language. */
export async function showInLanguage(panel: PanelHandle, language: string): Promise<void> {
  await panel.evaluate((wanted) => {
    setTimeout(() => location.assign(`?language=${wanted}`));
  }, language);
  await panel.waitFor(
    (wanted) => location.search === `?language=${wanted}` && document.querySelector(".app") !== null,
    { args: [language] },
  );
}

/** Runs in the copy's panel before anything else. */
function askInLanguage(): void {
  const { i18n } = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
  const language = new URLSearchParams(location.search).get("language");
  if (language === null) return;
  const getMessage = i18n.getMessage.bind(i18n);
  i18n.getMessage = (name: string, values?: string | (string | number)[]) => getMessage(`${language}__${name}`, values);
  if (language !== "pseudo") i18n.getUILanguage = () => language.replace("_", "-");
}

function pseudoMessages(english: Messages): Messages {
  const names = Object.entries(english);
  return Object.fromEntries(names.map(([name, { message }]) => [name, { message: longer(message) }]));
}

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

function longer(message: string): string {
  const accented = message.replace(/[a-z]/gi, (letter) => accents[letter] ?? letter);
  const padding = "lorem ipsum dolor sit amet consectetur ".repeat(Math.ceil(message.length / 100));
  return /[a-z]/i.test(message) ? `${accented} ${padding.slice(0, Math.ceil(message.length / 3)).trim()}` : message;
}

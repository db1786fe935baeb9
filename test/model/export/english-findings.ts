/** The English texts of findings, as the panel passes them to an export. */
import messages from "../../../_locales/en/messages.json" with { type: "json" };
import type { Finding } from "../../../src/model/findings/finding.ts";
import type { FindingTexts } from "../../../src/model/url/url-masking.ts";

const texts: Readonly<Record<string, { readonly message: string }>> = messages;

export function inEnglish({ id, what, fix, values = [] }: Finding): FindingTexts {
  const textOf = (...parts: (string | undefined)[]) => {
    const name = ["finding", id, ...parts].filter((part) => part !== undefined).join("_");
    const message = texts[name.replaceAll("-", "_")]?.message ?? "";
    return message.replaceAll(/\$(\d)/g, (_, number: string) => values[Number(number) - 1] ?? "");
  };
  return { title: textOf("title"), what: textOf("what", what), fix: textOf("fix", fix) };
}

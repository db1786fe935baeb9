/** A redirect to a language version of the site without Vary: Accept-Language, so caches can serve it to every user. */
import { parseUrl } from "../url/location-url.ts";
import { areHeadersKnown } from "../chain/redirect-chain.ts";
import { isDocument } from "./chain-outcome.ts";
import { isGetOrHead } from "./crawler-redirects.ts";
import { headerLines, listMembers } from "./header-lists.ts";
import { queryParameters } from "../url/query-parameters.ts";
import { defineFinding } from "./rule.ts";
import { serverRedirects } from "./server-redirects.ts";

export const languageWithoutVary = defineFinding({
  id: "language-without-vary",
  severities: ["info"],
  source: "https://www.rfc-editor.org/rfc/rfc9110#section-12.5.5",
  find: (chain) =>
    isDocument(chain)
      ? serverRedirects(chain).flatMap(({ hop, index, answer, target }) => {
          const language = isGetOrHead(hop) && areHeadersKnown(answer) ? addedLanguage(hop.url, target) : undefined;
          if (language === undefined || variesByLanguage(headerLines(answer, "vary"))) return [];
          return [{ hop: index, values: [language] }];
        })
      : [],
});

const language = /^[a-z]{2}(?:[-_][a-z]{2})?$/i;

/** The language that the redirect adds: as a prefix of the path or host, or in the query. */
function addedLanguage(fromUrl: string, toUrl: string): string | undefined {
  const [from, to] = [parseUrl(fromUrl), parseUrl(toUrl)];
  if (from === undefined || to === undefined) return undefined;
  const [, first = "", rest = ""] = /^\/([^/]+)(\/.*)?$/.exec(to.pathname) ?? [];
  if (language.test(first) && isSamePath(rest, from.pathname)) return first;
  const label = to.hostname.split(".")[0] ?? "";
  const plainHost = from.hostname.replace(/^www\./, "");
  if (language.test(label) && to.hostname === `${label}.${plainHost}`) return label;
  const had = new Set(queryParameters(fromUrl).map(({ name }) => name));
  return queryParameters(toUrl).find(
    ({ name, value }) => /^(?:lang|language|locale|hl)$/i.test(name) && language.test(value) && !had.has(name),
  )?.value;
}

function isSamePath(rest: string, fromPath: string): boolean {
  return rest.replace(/\/$/, "") === fromPath.replace(/\/$/, "");
}

function variesByLanguage(lines: readonly string[]): boolean {
  return listMembers(lines).some((field) => field === "*" || field.toLowerCase() === "accept-language");
}

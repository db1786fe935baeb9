/** The final page declares a different canonical URL, in a Link header (RFC 8288, RFC 6596) or in its HTML. */
import { google } from "./sources.ts";
import { isSameResource, parseUrl } from "../url/location-url.ts";
import { lastHop, type Answer } from "../chain/redirect-chain.ts";
import { finalAnswer, isDocument, isSuccess } from "./chain-outcome.ts";
import { crawlerRedirects } from "./crawler-redirects.ts";
import { defineFinding } from "./rule.ts";
import { headerLines, listMembers } from "./header-lists.ts";
import { shownUrl } from "./message-values.ts";

export const canonicalElsewhere = defineFinding({
  id: "canonical-elsewhere",
  severities: ["warning"],
  source: `${google}/consolidate-duplicate-urls`,
  whatVariants: ["back"],
  fixVariants: { back: [] },
  find: (chain) => {
    const answer = finalAnswer(chain);
    if (!isDocument(chain) || !isSuccess(answer) || crawlerRedirects(chain).length === 0) return [];
    const { url, page } = lastHop(chain);
    const [canonical, ...others] = [...canonicalUrls(answer, url), ...(page?.canonicals ?? [])];
    // Conflicting canonical URLs are ignored.
    if (canonical === undefined || others.some((other) => other !== canonical)) return [];
    if (isSamePage(canonical, url)) return [];
    const occurrence = { hop: chain.hops.length - 1, values: [shownUrl(canonical)] };
    const isBack = chain.hops.slice(0, -1).some((hop) => isSamePage(hop.url, canonical));
    return [isBack ? { ...occurrence, what: "back", fix: "back" } : occurrence];
  },
});

function isSamePage(urlA: string, urlB: string): boolean {
  const [a, b] = [urlA, urlB].map((url) => uppercaseEscapes(parseUrl(url)?.href ?? url));
  return isSameResource(a ?? "", b ?? "");
}

function canonicalUrls(answer: Answer, baseUrl: string): string[] {
  return listMembers(headerLines(answer, "link")).flatMap((link) => {
    const [, target, parameters = ""] = /^<([^>]*)>(.*)$/s.exec(link) ?? [];
    if (target === undefined || !isCanonical(parameters)) return [];
    const canonical = parseUrl(target.trim(), baseUrl);
    return canonical === undefined ? [] : [canonical.href];
  });
}

/** `rel` is a list of tokens, only the first `rel` counts, and a link with an `anchor` is about another page. */
function isCanonical(parameters: string): boolean {
  const all = [...parameters.matchAll(/;\s*([\w!#$&+.^`|~*-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]*))/g)].map(
    ([, name = "", quoted, plain = ""]) => ({ name: name.toLowerCase(), value: quoted ?? plain }),
  );
  if (all.some(({ name }) => name === "anchor")) return false;
  const rel = all.find(({ name }) => name === "rel")?.value ?? "";
  return rel.toLowerCase().split(/\s+/).includes("canonical");
}

/** `%c3` and `%C3` are equivalent (RFC 3986 §6.2.2.1). */
function uppercaseEscapes(url: string): string {
  return url.replaceAll(/%[\da-f]{2}/gi, (escape) => escape.toUpperCase());
}

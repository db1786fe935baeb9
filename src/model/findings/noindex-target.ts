/** The target page has a noindex rule, in a header or in its HTML. */
import { google } from "./sources.ts";
import { lastHop } from "../chain/redirect-chain.ts";
import { finalAnswer, isDocument, isSuccess } from "./chain-outcome.ts";
import { crawlerRedirects } from "./crawler-redirects.ts";
import { defineFinding } from "./rule.ts";
import { headerLines, listMembers } from "./header-lists.ts";
import { joinNames } from "./message-values.ts";

export const noindexTarget = defineFinding({
  id: "noindex-target",
  severities: ["warning"],
  source: `${google}/robots-meta-tag`,
  find: (chain) => {
    const answer = finalAnswer(chain);
    if (!isDocument(chain) || !isSuccess(answer) || crawlerRedirects(chain).length === 0) return [];
    const inHeaders = noindexRules(headerLines(answer, "x-robots-tag"));
    const inHtml = noindexRules(lastHop(chain).page?.robots ?? []);
    const rules = [...inHeaders.map((rule) => `X-Robots-Tag: ${rule}`), ...inHtml.map((rule) => `HTML: ${rule}`)];
    return rules.length === 0 ? [] : [{ hop: chain.hops.length - 1, values: [joinNames(rules)] }];
  },
});

/** Rules with a value, which look like `crawler: rule`. */
const rulesWithValue = /^(?:unavailable_after|max-[\w-]+)$/;

/**
 * The rules that prevent indexing: `noindex`, `none`, or `googlebot: noindex`. A crawler name applies to the rest of
 * its line.
 */
function noindexRules(lines: readonly string[]): string[] {
  return lines.flatMap((line) => {
    let crawler = "";
    return listMembers([line.toLowerCase()]).flatMap((member) => {
      const [, name, rest = ""] = /^([\w-]+)\s*:(.*)$/.exec(member) ?? [];
      const isForCrawler = name !== undefined && !rulesWithValue.test(name);
      if (isForCrawler) crawler = `${name}: `;
      const rule = isForCrawler ? rest.trim() : member;
      return rule === "noindex" || rule === "none" ? [crawler + rule] : [];
    });
  });
}

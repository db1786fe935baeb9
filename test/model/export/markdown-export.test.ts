/** Tests that a Markdown renderer shows the table with the original text, and no other markup. */
import * as fc from "fast-check";
import MarkdownIt, { type Token } from "markdown-it";
import { expect, test } from "vitest";
import { escapeInvisible } from "../../../src/model/url/escape-invisible.ts";
import { escapeMarkdown, markdownParts } from "../../../src/model/export/markdown-export.ts";
import { hopColumnList, hopRows } from "../../../src/model/export/hop-cell-text.ts";
import { urlMasking } from "../../../src/model/url/url-masking.ts";
import { hostileChain, hostileText } from "./hostile.ts";

/** The most permissive options: HTML is allowed, URLs become links. */
const renderer = new MarkdownIt({ html: true, linkify: true });
renderer.linkify.set({ fuzzyLink: false });

test("any text in a cell", () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const shown = escapeInvisible(text);
      const tokens = renderer.parse(`| a |\n| --- |\n| ${escapeMarkdown(shown)} |\n`, {});
      expect(cellTexts(tokens)).toEqual(["a", shown]);
    }),
  );
});

test("any chain: its cells, a heading, and only text", () => {
  const masking = urlMasking();
  fc.assert(
    fc.property(hostileChain, (chain) => {
      const tokens = renderer.parse([...markdownParts([chain])].join(""), {});
      const cells = hopRows(chain, masking).flat();
      expect(cellTexts(tokens)).toEqual([...hopColumnList.map(({ title }) => title), ...cells]);
      expect(tokens.filter(({ type }) => type === "table_open").length).toBe(1);
      const inline = tokens.flatMap(({ children }) => children ?? []).map(({ type }) => type);
      expect(new Set(inline)).toEqual(new Set(["text"]));
      const blocks = tokens.map(({ tag }) => tag).filter((tag) => tag !== "");
      expect(blocks.every((tag) => /^(h3|p|table|thead|tbody|tr|th|td)$/.test(tag))).toBe(true);
      expect(tokens.some(({ type }) => type.startsWith("html"))).toBe(false);
    }),
  );
});

function cellTexts(tokens: readonly Token[]): string[] {
  return tokens.flatMap((token, at) => {
    if (token.type !== "inline" || !/^t[hd]_open$/.test(tokens[at - 1]?.type ?? "")) return [];
    return (token.children ?? []).map(({ content }) => content).join("");
  });
}

/** Tests that an issue has all its parts, and that untrusted text stays text. */
import * as fc from "fast-check";
import MarkdownIt from "markdown-it";
import { expect, test } from "vitest";
import { curlParts } from "../../../src/model/export/curl-export.ts";
import { issueParts } from "../../../src/model/export/issue-export.ts";
import { markdownParts } from "../../../src/model/export/markdown-export.ts";
import type { Chain } from "../../../src/model/chain/redirect-chain.ts";
import { answered, chainOf, formBody, served } from "../hops.ts";
import { inEnglish } from "./english-findings.ts";
import { hostileChain } from "./hostile.ts";

const renderer = new MarkdownIt({ html: true, linkify: true });
renderer.linkify.set({ fuzzyLink: false });

const from = "https://shop.test/checkout?token=s3cret";
const to = "https://shop.test/checkout/";
const checkout: Chain = {
  ...chainOf(served(from, 301, to, { method: "POST", body: formBody }), answered(to, 405)),
  initiator: "https://shop.test",
};

function issue(...chains: readonly Chain[]): string {
  return [...issueParts(chains, { describe: inEnglish })].join("");
}

test("a form that lost its body: title, steps, expected and actual result, hops, fix and curl", () => {
  const text = issue(checkout);
  expect(text.split("\n").filter((line) => line.startsWith("#"))).toEqual([
    "# Refused after redirect\\: POST https\\://shop.test/checkout?token=\\*\\*\\* → GET https\\://shop.test/checkout/",
    "## Steps to reproduce",
    "## Expected",
    "## Actual",
    "## Fix",
    "## curl",
  ]);
  const rendered = renderer.render(text);
  expect(rendered).toContain(
    "Submit the form that sends POST https://shop.test/checkout?token=*** (fields: user, password).",
  );
  expect(rendered).toContain("The POST arrives at https://shop.test/checkout/ with its method and body.");
  expect(rendered).toContain("After this redirect, the request was a GET, and the server responded with 405.");
  expect(rendered).toMatch(/<td[^>]*>405<\/td>/);
  expect(rendered).toMatch(
    /<em>Fix:<\/em> If nothing handled the request[^<]*\nPOST https:.* → https:\/\/shop\.test\/checkout\//,
  );
  expect(text).toContain(`\`\`\`sh\n${[...curlParts([checkout])].join("")}\`\`\``);
  expect(text).not.toContain("s3cret");
  expect([...issueParts([checkout], { unmaskUrls: true })].join("")).toContain("token=s3cret");
});

test.each([
  ["a page", chainOf(served(from, 301, to), answered(to)), "Open https://shop.test/checkout?token=*** in a browser."],
  [
    "an image",
    { ...chainOf(served(from, 301, to), answered(to)), resourceType: "image", initiator: "https://shop.test" },
    "The page requests GET https://shop.test/checkout?token=***.",
  ],
] satisfies [string, Chain, string][])("the steps of %s", (_, chain, step) => {
  expect(renderer.render(issue(chain))).toContain(step);
});

test("several chains are separated by a line", () => {
  expect(issue(checkout, checkout).split("\n\n---\n\n").length).toBe(2);
});

test("Markdown with texts: each finding is a sentence with its fix, in place of its id", () => {
  const text = [...markdownParts([checkout], { describe: inEnglish })].join("");
  expect(text).not.toContain("body-lost");
  expect(text).toMatch(
    /^- \*\*Body lost\*\* at hop 1 \(error\): The request had a body.*\*Fix\\?:\* To keep the body/m,
  );
});

test("any chain: the markup is that of the issue, and the command stays in its block", () => {
  fc.assert(
    fc.property(hostileChain, (chain) => {
      const tokens = renderer.parse(issue(chain), {});
      const inline = tokens.flatMap(({ children }) => children ?? []).map(({ type }) => type);
      const own = new Set(["text", "strong_open", "strong_close", "em_open", "em_close", "softbreak"]);
      expect(inline.filter((type) => !own.has(type))).toEqual([]);
      expect(tokens.filter(({ type }) => type === "heading_open").length).toBeLessThanOrEqual(6);
      expect(tokens.some(({ type }) => type.startsWith("html"))).toBe(false);
      const code = tokens.filter(({ type }) => type === "fence").map(({ content }) => content);
      expect(code).toEqual([[...curlParts([chain])].join("")]);
    }),
    { numRuns: 100 },
  );
});

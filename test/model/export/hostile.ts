/** Arbitrary strings with markup, formulas and shell syntax, and chains full of them. */
import * as fc from "fast-check";
import type { Body, Chain, Hop } from "../../../src/model/chain/redirect-chain.ts";
import { answer, answered, chainOf, failed, internal, pending, served } from "../hops.ts";

const bait = [
  "'",
  '"',
  "`id`",
  "$(id)",
  "${HOME}",
  "\\",
  "\\'",
  "!!",
  ";id",
  "|",
  "\\|",
  "&&",
  "\n",
  "\r\n",
  "\t",
  "\u001b[201~",
  "=1+1",
  "+1",
  "-1",
  "@SUM(A1)",
  "＝1",
  ",",
  '","',
  ";=1",
  '";"=1',
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "&lt;",
  "&#124;",
  "[a](javascript:alert(1))",
  "![a](b)",
  "**a**",
  "_a_",
  "~~a~~",
  "`a`",
  "``",
  "\u202e",
  "\u200b",
  "https://b.test",
  "www.b.test",
  "{a,b}",
  "[1-9]",
  "*",
  "~",
  "#",
  "%00",
  "…",
  "💥",
  "\ud83d",
  "\u00a0",
  " ",
] as const;

/** Without NUL, which arguments of a program cannot contain. */
export const hostileText = fc
  .array(fc.oneof(fc.constantFrom(...bait), fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" })), {
    minLength: 1,
    maxLength: 5,
  })
  .map((parts) => parts.join("").replaceAll("\0", "0"))
  .filter((text) => text !== "");

/** Encoded as UTF-8 and decoded: a lone surrogate becomes the replacement character. */
export function throughUtf8(text: string): string {
  return Buffer.from(text, "utf8").toString("utf8");
}

const hostileUrl = fc.oneof(
  hostileText.map((text) => `https://a.test/${text}`),
  hostileText.map((text) => `https://${text}@a.test/?token=${text}&q=${text}#${text}`),
  hostileText,
);
const body: fc.Arbitrary<Body> = fc.oneof(
  fc.constantFrom<Body>({ presence: "absent" }, { presence: "unknown" }, { presence: "present", kind: "unreadable" }),
  fc.array(hostileText).map((fieldNames) => ({ presence: "present", kind: "form", fieldNames }) as const),
);
const contentType = fc.oneof(
  fc.constantFrom("application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain"),
  hostileText,
);

const hop: fc.Arbitrary<Hop> = fc
  .record({
    url: hostileUrl,
    to: hostileUrl,
    method: fc.oneof(fc.constantFrom("GET", "POST", "PUT", "HEAD"), hostileText),
    body,
    type: contentType,
    word: hostileText,
    kind: fc.constantFrom("served", "internal", "answered", "failed", "pending", "stopped"),
  })
  .map(({ url, to, method, body: sent, type, word, kind }) => {
    const more = { method, body: sent, requestHeaders: [{ name: "Content-Type", value: type }] };
    const reply = { ...answer(302, { Location: to, "X-Word": word }), statusText: word };
    switch (kind) {
      case "internal":
        return internal(url, "extension", to, more);
      case "answered":
        return answered(url, 200, { ...more, answer: reply });
      case "failed":
        return failed(url, word, more);
      case "pending":
        return pending(url, more);
      case "stopped":
        return served(url, 302, to, { ...more, answer: reply, stoppedBy: word });
      default:
        return served(url, 302, to, { ...more, answer: reply });
    }
  });

const redirect = hop.filter((each) => each.state === "redirected" && each.stoppedBy === undefined);

export const hostileChain: fc.Arbitrary<Chain> = fc
  .tuple(fc.array(redirect, { maxLength: 3 }), hop, hostileText, hostileText)
  .map(([before, last, id, resourceType]) => {
    return { ...chainOf(last), hops: [...before, last] as unknown as Chain["hops"], id, requestId: id, resourceType };
  });

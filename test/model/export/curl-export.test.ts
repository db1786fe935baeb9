/** Tests that a real shell parses the curl command correctly, and that curl would follow redirects as the browser did. */
import { spawnSync } from "node:child_process";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { cutText, cutUrl } from "../../../src/model/url/cut-text.ts";
import { curlParts, curlArguments } from "../../../src/model/export/curl-export.ts";
import { shellQuote } from "../../../src/model/export/shell-quote.ts";
import type { Chain } from "../../../src/model/chain/redirect-chain.ts";
import { answered, chainOf, formBody, internal, served, unknownBody } from "../hops.ts";
import { clientRedirect } from "./exported.ts";
import { hostileChain, hostileText, throughUtf8 } from "./hostile.ts";

/** The arguments that `sh` passes to a program called `curl`. */
function wordsReadBySh(command: string): string[] {
  const script = `curl() { printf '%s\\0' curl "$@"; }\n${command}`;
  const { stdout, stderr, status } = spawnSync("sh", { input: script, encoding: "utf8" });
  expect([stderr, status]).toEqual(["", 0]);
  return stdout.split("\0").slice(0, -1);
}

test("sh parses any arguments back", () => {
  fc.assert(
    fc.property(fc.array(hostileText, { maxLength: 20 }), (words) => {
      const command = ["curl", ...words, ""].map((word) => shellQuote(word)).join(" ");
      expect(wordsReadBySh(command)).toEqual(["curl", ...words.map(throughUtf8), ""]);
    }),
    { numRuns: 60 },
  );
});

/** The arguments that curl.exe gets from cmd.exe, which handles `%NAME%` first, then `^`; then curl.exe parses quotes. */
function argumentsParsedByCmd(line: string): string[] {
  expect(line).not.toMatch(/%\w+%/);
  let forCurl = "";
  for (let at = 0; at < line.length; at += 1) {
    // After a `^` at the end of a line, the character after the line break is literal: a second line break.
    if (line[at] === "^") at += line[at + 1] === "\n" ? 2 : 1;
    else expect('&|<>"\n').not.toContain(line[at]);
    forCurl += line[at] ?? "";
  }
  const words: string[] = [];
  for (const [, word = ""] of forCurl.matchAll(/((?:"(?:[^"\\]|\\.)*"|[^ "])+) ?/gs)) {
    const inner = word.startsWith('"') ? word.slice(1, -1) : word;
    words.push(inner.replaceAll(/(\\+)("|$)/g, (_, run: string, end: string) => "\\".repeat(run.length >> 1) + end));
  }
  return words;
}

test.each([
  "https://a.test/?q=1&calc.exe",
  "https://a.test/?a=%PATH%&b=%2F%41",
  'https://a.test/"&calc&"',
  "a|b<c>d^e!f(g)`h`$i;j'k",
  "ends with \\",
  'a \\"quoted\\\\" word',
  "two\nlines",
  "%&^%",
  "",
])("cmd.exe passes %j unchanged", (word) => {
  expect(argumentsParsedByCmd(["curl", word].map((each) => shellQuote(each, "cmd")).join(" "))).toEqual(["curl", word]);
});

test("the rules of cmd.exe parse any arguments back", () => {
  const word = fc.array(fc.constantFrom(...`& | < > ^ % ! " ' \\ PATH 2F a = ( ) \``.split(" "), " ", "\n"), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(fc.array(word.map((parts) => parts.join(""))), (words) => {
      const line = ["curl", ...words].map((each) => shellQuote(each, "cmd")).join(" ");
      expect(argumentsParsedByCmd(line)).toEqual(["curl", ...words]);
    }),
    { numRuns: 500 },
  );
});

test("the command of any chain is one line without control characters", () => {
  fc.assert(
    fc.property(hostileChain, (chain) => {
      const command = [...curlParts([chain])].join("");
      expect(wordsReadBySh(command)).toEqual(curlArguments(chain).map(throughUtf8));
      expect(command.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
    }),
    { numRuns: 60 },
  );
});

const a = "https://a.test/";
const b = "https://b.test/";
const c = "http://b.test/";
const type = (value: string) => ({ requestHeaders: [{ name: "content-type", value }] });
const post = { method: "POST", body: formBody, ...type("application/x-www-form-urlencoded") };
const put = { method: "PUT", body: { presence: "present", kind: "bytes", sizeBytes: 3 }, ...type("text/x") } as const;

const fields = "--data-urlencode 'user=<user>' --data-urlencode 'password=<password>'";

test.each([
  ["a GET", chainOf(served(a, 301, b), answered(b)), `curl -L ${a}`],
  ["no redirect followed", chainOf(served(a, 302, b, { stoppedBy: "net::ERR_ABORTED" })), `curl ${a}`],
  ["HEAD", chainOf(served(a, 301, b, { method: "HEAD" }), answered(b, 200, { method: "HEAD" })), `curl -L --head ${a}`],
  ["a form that became a GET", chainOf(served(a, 302, b, post), answered(b)), `curl -L ${fields} ${a}`],
  [
    "a form kept by a 302",
    chainOf(served(a, 302, b, post), answered(b, 200, post)),
    `curl -L --post302 ${fields} ${a}`,
  ],
  ["a form kept by a 307", chainOf(served(a, 307, b, post), answered(b, 200, post)), `curl -L ${fields} ${a}`],
  [
    "a form with files",
    chainOf(answered(a, 302, { ...post, ...type("multipart/form-data; boundary=x") })),
    `curl --form-string 'user=<user>' --form-string 'password=<password>' ${a}`,
  ],
  [
    "a form as text",
    chainOf(answered(a, 302, { ...post, ...type("text/plain") })),
    `curl -H 'Content-Type: text/plain' --data-raw 'user=<user>\npassword=<password>' ${a}`,
  ],
  ["POST without a body", chainOf(served(a, 303, b, { method: "POST" }), answered(b)), `curl -L --data-raw '' ${a}`],
  [
    "PUT kept",
    chainOf(served(a, 301, b, put), answered(b, 200, put)),
    `curl -L --post301 -X PUT -H 'Content-Type: text/x' --data-raw '<body>' ${a}`,
  ],
  [
    "PUT that became GET",
    chainOf(served(a, 303, b, put), answered(b)),
    `curl -X PUT -H 'Content-Type: text/x' --data-raw '<body>' ${a}`,
  ],
  [
    "DELETE kept",
    chainOf(served(a, 302, b, { method: "DELETE" }), answered(b, 200, { method: "DELETE" })),
    `curl -L -X DELETE ${a}`,
  ],
  ["a body not known", chainOf(answered(a, 302, { method: "DELETE", body: unknownBody })), `curl -X DELETE ${a}`],
  [
    "a form that HSTS keeps: it begins where it was sent",
    chainOf(internal("http://a.test/", "hsts", a, post), served(a, 302, b, post), answered(b)),
    `curl -L ${fields} ${a}`,
  ],
  ["HSTS alone", chainOf(internal("http://a.test/", "hsts", a), answered(a)), `curl ${a}`],
  [
    "a form that HSTS keeps on its way: the server's own redirect shall keep it, too",
    chainOf(served(a, 307, c, post), internal(c, "hsts", b, post), answered(b, 200, post)),
    `curl -L --post301 --post302 ${fields} ${a}`,
  ],
  [
    "the same, where a 302 is not to keep it",
    chainOf(served(a, 307, c, post), internal(c, "hsts", b, post), served(b, 302, a, post), answered(a)),
    `curl -L --post301 ${fields} ${a}`,
  ],
  [
    "by whom it was redirected is not known",
    chainOf(internal(a, "browser", b, { inferred: true }), answered(b)),
    `curl -L ${a}`,
  ],
  ["made inside, and no more", chainOf(internal(c, "hsts", b, post)), `curl ${fields} ${c}`],
  ["an unknown method", chainOf(served(a, 301, b, { method: "?", body: unknownBody }), answered(b)), `curl -L ${a}`],
  ["a meta refresh", chainOf(clientRedirect("meta-refresh", 0), answered(b)), "curl http://a.test/"],
  [
    "what a page sends after the form was answered",
    chainOf(served(a, 302, b, post), clientRedirect("script"), served(a, 302, b, post), answered(b, 200, post)),
    `curl -L ${fields} ${a}`,
  ],
  ["brackets", chainOf(answered(`${a}?a[]={1}`, 302)), `curl --globoff '${a}?a[]={1}'`],
  ["a quote in the URL", chainOf(answered(`${a}?q=it's&r`, 302)), `curl '${a}?q=it%27s&r'`],
  ["secrets", chainOf(answered("https://u:p@a.test/?token=1&q=1", 302)), "curl 'https://***@a.test/?token=***&q=1'"],
] satisfies [string, Chain, string][])("%s", (_, chain, command) => {
  expect([...curlParts([chain])]).toEqual([`${command}\n`]);
});

test.each([
  ["URL", cutUrl(`${a}?${"x".repeat(70_000)}`), "GET"],
  ["URL with a secret at its end", cutUrl(`${a}?token=${"x".repeat(70_000)}`), "GET"],
  ["method", a, cutText("X".repeat(200), 100)],
])("a request whose %s was truncated has no command, in any shell", (_, url, method) => {
  const chains = [chainOf(served(url, 302, b, { method }), answered(b)), chainOf(answered(a, 302))];
  const note = "No curl command: the request is too long, only a part of it was recorded";
  expect([...curlParts(chains)]).toEqual([`# ${note}\n`, `\ncurl ${a}\n`]);
  expect([...curlParts(chains, undefined, "cmd")][0]).toBe(`rem ${note}\n`);
});

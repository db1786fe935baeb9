/**
 * Tests that the reference covers what well-known documentation says about 307, corrected where that is out of date, and
 * what such documentation leaves out. Each claim names the sentence that covers it.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { statusFacts } from "../../../src/model/meaning/redirect-status.ts";
import type english from "../../../_locales/en/messages.json";

const messages = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../../_locales/en/messages.json"), "utf8"),
) as typeof english;

type Claim = readonly [claim: string, message: keyof typeof messages, sentence: string];

test.each([
  ["temporarily at Location", "ref307Meaning", "the resource is temporarily at the URL in Location"],
  ["method is reused", "refKeepMethod", "The method stays"],
  [
    "body is reused: by browsers",
    "refKeepBody",
    "Browsers resend the same body; the standard guarantees only the method",
  ],
  ["303 for a GET, to confirm a PUT", "ref307Questions", "such as a confirmation after POST or PUT: respond with 303"],
  ["the difference to 302", "ref307Questions", "A POST becomes a GET with 302 and stays a POST with 307"],
  [
    "302 is no longer unpredictable in browsers",
    "ref302Questions",
    "Not in current browsers: method and body stay. Other clients differ",
  ],
  ["for GET the same", "ref307Questions", "For GET, not at all"],
  ["302 changes POST only", "refPostToGet", "a POST to a GET, but no other method"],
  ["303 goes on with GET, HEAD stays", "refAllToGet", "Only HEAD stays HEAD"],
  ["whether 303 is temporary", "ref303Questions", "The standard doesn't say so. Google lists it as temporary"],
  ["301 is permanent", "ref301Meaning", "moved permanently"],
  ["the strict form", "ref307Meaning", "The strict temporary redirect"],
  ["following is the client's choice", "refKeepMethod", "Clients don't have to follow automatically"],
  ["so for every redirect", "refAnyRules", "Clients don't have to follow redirects; browsers do"],
  ["made because a POST became a GET", "ref307Questions", "After a 302, browsers changed the POST to a GET"],
  ["wrong then, allowed since", "ref302Questions", "the first standards forbade it, RFC 7231 allowed it in 2014"],
  ["forms and payments broke", "ref307Questions", "forms and payments arrived empty"],
  ["must not change the method if it follows", "refKeepMethod", "if they do, they must not change the method"],
  ["a streamed body fails", "refKeepBody", "A streamed body can't be sent twice"],
  ["APIs and frameworks choose 307", "ref307Causes", "FastAPI, Next.js redirect, ASP.NET Core https redirection"],
  ["302 in a line", "ref302Meaning", "temporarily at another URL"],
  ["308 in a line", "ref308Meaning", "moved permanently, and the client repeats the request at the new URL unchanged"],
  ["a form's endpoint moved", "ref307Causes", "A form's endpoint moved temporarily"],
  ["versions of an API", "ref307Causes", "/v1 to /v2"],
  ["geographic routing", "ref307Causes", "Routing by country or region"],
  ["form to a fallback server", "ref307Scenarios", "is redirected to a fallback server"],
  ["PUT to another data centre", "ref307Scenarios", "A PUT is redirected to another data center"],
  ["the frameworks' motive is the method", "ref307Causes", "Frameworks that keep the method by default"],
  ["a framework that defaults to 307", "ref307Scenarios", "responds with 307 instead of 303"],
  ["in a log", "ref307Meaning", "redirected for now, not gone"],
  ["less ambiguity", "ref307Questions", "307 is unambiguous"],
  ["temporary for Google", "refSeoTemporary", "Google keeps listing the redirecting URL"],
  ["how weak a signal is disputed", "searchDisputed", "a newer one says that it isn't a signal"],
  [
    "made by the browser",
    "ref307Questions",
    "Crawlers never see a redirect that the browser made, and it hides the server's own response",
  ],
  ["in Chromium", "refBrowserFacts", "a 307 with the header Non-Authoritative-Reason"],
  ["not cacheable by default", "refCacheNo", "only if Cache-Control or Expires says so"],
  ["fragment", "refAnyRules", "kept unless Location has its own"],
  ["limit", "refAnyRules", "give up after 20 redirects"],
  ["Origin", "refAnyRules", "Origin: null"],
  [
    "what browsers report about bodies",
    "refAnyRules",
    "Chromium doesn't report the bodies of PATCH and DELETE to extensions",
  ],
] satisfies Claim[])("%s", (_, name, sentence) => {
  expect(messages[name].message).toContain(sentence);
});

test("the standard is RFC 9110 now", () => {
  expect(statusFacts[307]).toMatchObject({ rfc9110Section: "15.4.8", formerSection: "RFC 7231 §6.4.7" });
});

test("the reference stays short, since it has six languages", () => {
  const texts = Object.entries(messages).filter(([name]) => /^(?:ref|recipe|seoOthers)/.test(name));
  expect(texts.flatMap(([, { message }]) => message.split(/\s+/)).length).toBeLessThan(2_600);
});

test("every question has an answer", () => {
  const questions = Object.entries(messages).filter(([name]) => /^ref(?:\d{3}|Unused)Questions$/.test(name));
  expect(questions.length).toBe(7);
  for (const [name, { message }] of questions) {
    const lines = message.split("\n");
    expect(
      lines.map((line) => line.endsWith("?")),
      name,
    ).toEqual(lines.map((_, index) => index % 2 === 0));
  }
});

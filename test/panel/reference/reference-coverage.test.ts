/**
 * Tests that the reference covers everything that two well-known pages say about 307, updated where they are out of date, and
 * what both leave out. Each claim names the sentence that covers it.
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
  ["temporarily at Location", "ref307Meaning", "for now the resource is at the URL in Location"],
  ["method is reused", "refKeepMethod", "The method stays"],
  [
    "body is reused: by browsers",
    "refKeepBody",
    "Browsers send the same body again; the standard guarantees only the method",
  ],
  ["303 for a GET, to confirm a PUT", "ref307Questions", "such as a confirmation after POST or PUT: answer with 303"],
  ["the difference to 302", "ref307Questions", "A POST becomes a GET with 302 and stays a POST with 307"],
  [
    "302 is no longer unpredictable in browsers",
    "ref302Questions",
    "Not in today's browsers: method and body stay. Clients that are no browsers differ",
  ],
  ["for GET the same", "ref307Questions", "For GET not at all"],
  ["302 changes POST only", "refPostToGet", "a POST into a GET, and only a POST"],
  ["303 goes on with GET, HEAD stays", "refAllToGet", "Only HEAD stays HEAD"],
  [
    "whether 303 is temporary",
    "ref303Questions",
    "The standard does not call it so. Google lists it among the temporary ones",
  ],
  ["301 is permanent", "ref301Meaning", "moved for good"],
  ["the strict form", "ref307Meaning", "The strict temporary redirect"],
  ["following is the client's choice", "refKeepMethod", "No client has to follow by itself"],
  ["so for every redirect", "refAnyRules", "No client has to follow; browsers do"],
  ["made because a POST became a GET", "ref307Questions", "Browsers turned the POST of a 302 into a GET"],
  ["wrong then, allowed since", "ref302Questions", "the first standards forbade it, RFC 7231 allowed it in 2014"],
  ["forms and payments broke", "ref307Questions", "forms and payments arrived empty"],
  ["must not change the method if it follows", "refKeepMethod", "one that does must not change the method"],
  ["a streamed body fails", "refKeepBody", "A streamed body cannot be sent twice"],
  ["APIs and frameworks choose 307", "ref307Causes", "FastAPI, redirect of Next.js, https redirection of ASP.NET Core"],
  ["302 in a line", "ref302Meaning", "elsewhere for now"],
  ["308 in a line", "ref308Meaning", "moved for good, and the request is to be repeated at the new URL as it was"],
  ["a form's endpoint moved", "ref307Causes", "The endpoint of a form moved for a while"],
  ["versions of an API", "ref307Causes", "/v1 on to /v2"],
  ["geographic routing", "ref307Causes", "Routing by country or region"],
  ["form to a fallback server", "ref307Scenarios", "goes on to a fallback server"],
  ["PUT to another data centre", "ref307Scenarios", "A PUT is sent on to another data centre"],
  ["the frameworks' motive is the method", "ref307Causes", "Frameworks that keep the method by default"],
  ["a framework that defaults to 307", "ref307Scenarios", "answers 307 where a 303 was meant"],
  ["in a log", "ref307Meaning", "sent on for now, not gone"],
  ["less ambiguity", "ref307Questions", "307 leaves no doubt"],
  ["temporary for Google", "refSeoTemporary", "Google keeps listing the URL that redirects"],
  ["how weak a signal is disputed", "searchDisputed", "a newer one says that it is no signal"],
  [
    "made by the browser",
    "ref307Questions",
    "A redirect that the browser made is never met by a crawler, and hides what the server would have said",
  ],
  ["in Chromium", "refBrowserFacts", "a 307 with the header Non-Authoritative-Reason"],
  ["not cacheable by default", "refCacheNo", "only if Cache-Control or Expires says so"],
  ["fragment", "refAnyRules", "carried along unless Location brings its own"],
  ["limit", "refAnyRules", "give up after 20 redirects"],
  ["Origin", "refAnyRules", "Origin: null"],
  [
    "what browsers report about bodies",
    "refAnyRules",
    "Of the bodies of PATCH and DELETE, Chromium tells extensions nothing",
  ],
] satisfies Claim[])("%s", (_, name, sentence) => {
  expect(messages[name].message).toContain(sentence);
});

test("the standard is RFC 9110", () => {
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

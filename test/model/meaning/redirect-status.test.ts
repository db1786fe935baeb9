/** Tests the facts about 300 to 308 against RFC 9110 §15.1 and §15.4, Fetch and Google, and what counts as a redirect. */
import { expect, test } from "vitest";
import { isRedirectionStatus, isRedirectStatus, statusFacts } from "../../../src/model/meaning/redirect-status.ts";

type Row = readonly [
  status: keyof typeof statusFacts,
  reasonPhrase: string,
  isFollowed: boolean,
  permanence: string,
  methodRule: string,
  isCacheableByDefault: boolean,
  rfc9110Section: string,
  formerSection: string,
];

const table = [
  [300, "Multiple Choices", false, "none", "none", true, "15.4.1", "RFC 7231 §6.4.1"],
  [301, "Moved Permanently", true, "permanent", "post-to-get", true, "15.4.2", "RFC 7231 §6.4.2"],
  [302, "Found", true, "temporary", "post-to-get", false, "15.4.3", "RFC 7231 §6.4.3"],
  [303, "See Other", true, "temporary", "all-to-get", false, "15.4.4", "RFC 7231 §6.4.4"],
  [304, "Not Modified", false, "none", "none", false, "15.4.5", "RFC 7232 §4.1"],
  [305, "Use Proxy", false, "none", "none", false, "15.4.6", "RFC 7231 §6.4.5"],
  [306, "(Unused)", false, "none", "none", false, "15.4.7", "RFC 7231 §6.4.6"],
  [307, "Temporary Redirect", true, "temporary", "keep", false, "15.4.8", "RFC 7231 §6.4.7"],
  [308, "Permanent Redirect", true, "permanent", "keep", true, "15.4.9", "RFC 7538 §3"],
] satisfies Row[];

test.each(table)(
  "%i %s",
  (status, ...[reasonPhrase, isFollowed, permanence, methodRule, isCacheableByDefault, ...sections]) => {
    const [rfc9110Section, formerSection] = sections;
    const facts = {
      reasonPhrase,
      isFollowed,
      permanence,
      methodRule,
      isCacheableByDefault,
      rfc9110Section,
      formerSection,
    };
    expect(statusFacts[status]).toEqual(facts);
    expect(isRedirectionStatus(status)).toBe(true);
    expect(isRedirectStatus(status)).toBe(isFollowed);
  },
);

test("the table has no other status", () => {
  expect(Object.keys(statusFacts).map(Number)).toEqual(table.map(([status]) => status));
});

test.each([0, 200, 299, 309, 399, 404, -301, 301.5, Number.NaN])("%d isn't a redirection", (status) => {
  expect(isRedirectStatus(status)).toBe(false);
  expect(isRedirectionStatus(status)).toBe(false);
});

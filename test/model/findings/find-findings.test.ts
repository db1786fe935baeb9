/** Tests each finding: when it's reported, with which severity and values, and when it isn't. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findingRules } from "../../../src/model/findings/all-findings.ts";
import { findFindings } from "../../../src/model/findings/find-findings.ts";
import type { Finding } from "../../../src/model/findings/finding.ts";
import type { FindingRule } from "../../../src/model/findings/rule.ts";
import { answer, answered, chainOf, failed, internal, pending, served } from "../hops.ts";
import * as endless from "./rows/endless.ts";
import * as ends from "./rows/ends.ts";
import * as forms from "./rows/forms.ts";
import * as moved from "./rows/moved.ts";
import * as places from "./rows/places.ts";
import * as recording from "./rows/recording.ts";
import { done, missed, other, post, shop } from "./rows/row.ts";
import * as search from "./rows/search.ts";
import * as security from "./rows/security.ts";
import * as signingIn from "./rows/signing-in.ts";

const groups = [forms, signingIn, places, moved, endless, security, search, ends, recording];
const reported = groups.flatMap((group) => group.reported);
const notReported = groups.flatMap((group) => group.notReported);

const reportedCases = reported.map(([id, what, chain, ...expected]) => ({ id, what, chain, expected }));

test.each(reportedCases)("$id: $what", ({ id, chain, expected: [severity, hop, values] }) => {
  const finding = { id, severity, hop, values };
  const findings = findFindings(chain).filter((found) => found.id === id);
  expect(
    findings.map((found: Finding) => ({
      id: found.id,
      severity: found.severity,
      hop: found.hop,
      values: found.values,
    })),
  ).toEqual([finding]);
});

test.each(notReported)("%s isn't reported: %s", (id, _, chain) => {
  expect(findFindings(chain).map((finding) => finding.id)).not.toContain(id);
});

const rules: readonly FindingRule[] = findingRules;

test.each(rules)("$id has cases for each severity and variant, and at least two cases without a report", (rule) => {
  const { id, severities, whatVariants = [], fixVariants = {} } = rule;
  const rows = reported.filter(([reportedId]) => reportedId === id);
  expect([...new Set(rows.map(([, , , severity]) => severity))].toSorted()).toEqual([...severities].toSorted());
  const found = rows.flatMap(([, , chain]) => rule.find(chain));
  expect(namesIn(found.map(({ what }) => what))).toEqual([...whatVariants].toSorted());
  expect(namesIn(found.map(({ fix }) => fix))).toEqual(Object.keys(fixVariants).toSorted());
  expect(notReported.filter(([notReportedId]) => notReportedId === id).length).toBeGreaterThanOrEqual(2);
});

test.each(rules)("the texts of $id use exactly the values of the finding", ({ id }) => {
  const file = join(import.meta.dirname, "../../../_locales/en/messages.json");
  const messages = JSON.parse(readFileSync(file, "utf8")) as Readonly<Record<string, { message: string }>>;
  const stem = `finding_${id.replaceAll("-", "_")}`;
  const texts = Object.keys(messages).filter(
    (name) => name.startsWith(`${stem}_what`) || name.startsWith(`${stem}_fix`),
  );
  const named = texts.flatMap((name) => messages[name]?.message.match(/\$\d/g) ?? []);
  const given = reported.find(([reportedId]) => reportedId === id)?.[5] ?? [];
  expect([...new Set(named)].toSorted()).toEqual(given.map((_, index) => `$${index + 1}`));
});

test("a page without redirects has no finding", () => {
  const toNowhere = { answer: answer(302, { location: "" }) };
  expect(findFindings(chainOf(answered(done)))).toEqual([]);
  expect(findFindings(chainOf(failed(done, "net::ERR_FAILED")))).toEqual([]);
  expect(findFindings(chainOf(pending(done, toNowhere)))).toEqual([]);
});

test("findings are sorted by severity, then by hop", () => {
  const chain = chainOf(internal(other, "hsts", shop), post(302), served(done, 302, other), answered(other, 405));
  expect(findFindings(chain).map(({ id, severity, hop }) => `${severity} ${id} ${hop}`)).toEqual([
    "error method-not-allowed-after-redirect 1",
    "error body-lost 1",
    "error redirect-to-error 3",
    "warning method-changed 0",
    "warning method-changed 1",
    "info login-over-http 1",
    "info internal-redirect 0",
  ]);
});

test("in a loop, each finding is reported once", () => {
  const laps = Array.from({ length: 9 }, () => [served(shop, 301, other), served(other, 301, shop)]).flat();
  const chain = missed(
    chainOf(served(shop, 301, other), served(other, 301, shop), ...laps, failed(shop, "NS_ERROR_REDIRECT_LOOP")),
  );
  expect(findFindings(chain).map(({ id, hop }) => `${id} ${hop}`)).toEqual([
    "loop 0",
    "cacheable-without-expiry 0",
    "beginning-missed 0",
  ]);
});

function namesIn(variants: readonly (string | undefined)[]): string[] {
  return [...new Set(variants.filter((name) => name !== undefined))].toSorted();
}

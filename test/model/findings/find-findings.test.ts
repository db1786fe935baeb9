/** Tests each finding: where it is shown, with which severity and values, and where it is silent. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findFindings } from "../../../src/model/findings/find-findings.ts";
import type { Finding, FindingId } from "../../../src/model/findings/finding.ts";
import { answer, answered, chainOf, failed, internal, pending, served } from "../hops.ts";
import * as ends from "./rows/ends.ts";
import * as forms from "./rows/forms.ts";
import * as recording from "./rows/recording.ts";
import { done, missed, other, post, shop } from "./rows/row.ts";
import * as search from "./rows/search.ts";
import * as security from "./rows/security.ts";

const groups = [forms, security, search, ends, recording];
const shown = groups.flatMap((group) => group.shown);
const silent = groups.flatMap((group) => group.silent);

const shownCases = shown.map(([id, what, chain, ...expected]) => ({ id, what, chain, expected }));

test.each(shownCases)("$id: $what", ({ id, chain, expected: [severity, hop, values] }) => {
  const finding = { id, severity, hop, values } satisfies Record<keyof Finding, unknown>;
  const said = findFindings(chain).filter((found) => found.id === id);
  expect(said.map((found) => ({ hop: undefined, values: undefined, ...found }))).toEqual([finding]);
});

test.each(silent)("%s is silent: %s", (id, _, chain) => {
  expect(findFindings(chain).map((finding) => finding.id)).not.toContain(id);
});

const severities: Readonly<Record<FindingId, string>> = {
  "method-changed": "info warning",
  "body-lost": "error info warning",
  "method-not-allowed-after-redirect": "error",
  "resubmission-risk": "warning",
  "unsafe-method-kept": "warning",
  "body-sent-elsewhere": "error",
  "login-over-http": "error",
  "internal-redirect": "info",
  "https-downgrade": "error",
  loop: "error",
  "too-many-redirects": "error",
  "long-chain": "error info warning",
  "mixed-permanence": "warning",
  "temporary-for-canonical": "warning",
  "permanent-on-post": "warning",
  "cached-redirect": "info",
  "cacheable-without-expiry": "info",
  "client-redirect": "info warning",
  "not-followed": "info",
  "missing-location": "error",
  "invalid-location": "error",
  "redirect-to-error": "error",
  "redirect-to-home": "warning",
  "fragment-lost": "info",
  "query-lost": "info",
  "credentials-in-url": "error",
  "secret-in-query": "warning",
  "noindex-target": "warning",
  "canonical-elsewhere": "warning",
  "slow-hop": "info",
  "cors-redirect": "error",
  "inferred-hop": "info",
  "beginning-missed": "info",
};
const ids = Object.entries(severities);

test.each(ids)("%s is shown as %s, and silent at least twice", (id, expected) => {
  const rows = shown.filter(([shownId]) => shownId === id);
  expect([...new Set(rows.map(([, , , severity]) => severity))].toSorted().join(" ")).toBe(expected);
  expect(silent.filter(([silentId]) => silentId === id).length).toBeGreaterThanOrEqual(2);
});

test.each(ids)("the texts of %s name no value that it does not give", (id) => {
  const file = join(import.meta.dirname, "../../../_locales/en/messages.json");
  const messages = JSON.parse(readFileSync(file, "utf8")) as Readonly<Record<string, { message: string }>>;
  const stem = `finding_${id.replaceAll("-", "_")}`;
  const named = `${messages[`${stem}_what`]?.message} ${messages[`${stem}_fix`]?.message}`.match(/\$\d/g) ?? [];
  const given = shown.find(([shownId]) => shownId === id)?.[5] ?? [];
  expect([...new Set(named)].toSorted()).toEqual(given.map((_, index) => `$${index + 1}`));
});

test("a page without redirects has no finding", () => {
  const toNowhere = { answer: answer(302, { location: "" }) };
  expect(findFindings(chainOf(answered(done)))).toEqual([]);
  expect(findFindings(chainOf(failed(done, "net::ERR_FAILED")))).toEqual([]);
  expect(findFindings(chainOf(pending(done, toNowhere)))).toEqual([]);
});

test("the worst comes first, then the order of the hops", () => {
  const chain = chainOf(internal(other, "hsts", shop), post(302), served(done, 302, other), answered(other, 404));
  expect(findFindings(chain).map(({ id, severity, hop }) => `${severity} ${id} ${hop}`)).toEqual([
    "error method-not-allowed-after-redirect 1",
    "error body-lost 1",
    "error login-over-http 1",
    "error redirect-to-error 3",
    "warning method-changed 0",
    "warning method-changed 1",
    "info internal-redirect 0",
  ]);
});

test("a loop says once what each of its laps would say", () => {
  const laps = Array.from({ length: 9 }, () => [served(shop, 301, other), served(other, 301, shop)]).flat();
  const chain = missed(
    chainOf(served(shop, 301, other), served(other, 301, shop), ...laps, failed(shop, "NS_ERROR_REDIRECT_LOOP")),
  );
  expect(findFindings(chain).map(({ id, hop }) => `${id} ${hop}`)).toEqual([
    "loop 0",
    "cacheable-without-expiry 0",
    "cacheable-without-expiry 1",
    "beginning-missed 0",
  ]);
});

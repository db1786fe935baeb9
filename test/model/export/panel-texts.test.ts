/** Tests that exports use the same texts as the English panel. */
import { expect, test } from "vitest";
import messages from "../../../_locales/en/messages.json" with { type: "json" };
import { sourceTexts } from "../../../panel/list/source-texts.ts";
import { chainSummary } from "../../../src/model/export/chain-text.ts";
import { hopColumns, hopsOfChain } from "../../../src/model/export/hop-cell-text.ts";
import {
  clientSources,
  internalSources,
  type Chain,
  type Hop,
  type InternalSource,
  type RedirectSource,
} from "../../../src/model/chain/redirect-chain.ts";
import { answered, chainOf, failed, internal, pending, served } from "../hops.ts";
import { clientRedirect } from "./exported.ts";

const a = "http://a.test/";
const b = "http://b.test/";
const to = (status: number) => served(a, status, b);
const missed = internal(a, "browser", b, { inferred: true });

test.each([
  ["verdictPermanent", chainOf(to(301), answered(b))],
  ["verdictTemporary", chainOf(to(302), answered(b))],
  ["verdictMixed", chainOf(to(301), to(302), answered(b))],
  ["verdictNone", chainOf(internal(a, "hsts", b), answered(b))],
  ["verdictUnknown", chainOf(missed, answered(b))],
] satisfies [keyof typeof messages, Chain][])("%s", (name, chain) => {
  expect(chainSummary(chain).split(" · ")).toContain(messages[name].message);
});

test.each([...internalSources, ...clientSources])("a redirect by %s", (source) => {
  const name = sourceTexts[source];
  const redirect = isInternalSource(source) ? internal(a, source, b) : clientRedirect(source);
  expect(statusOf(redirect)).toBe(messages[name].message);
});

test("failed, pending, and redirected by an unknown source", () => {
  expect([failed(a, "net::ERR_FAILED"), pending(a), missed].map(statusOf)).toEqual(
    [messages.statusFailed, messages.statusPending, messages.statusUnknown].map(({ message }) => message),
  );
});

function statusOf(hop: Hop): string | undefined {
  const [first] = hopsOfChain(chainOf(hop, answered(b)));
  return first === undefined ? undefined : hopColumns.status.text(first);
}

function isInternalSource(source: RedirectSource): source is InternalSource {
  return internalSources.some((known) => known === source);
}

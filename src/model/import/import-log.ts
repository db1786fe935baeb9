/** A file that someone opens → chains, or the one reason why not. Nothing about the file is taken for granted. */
import { isListed } from "../listed-chain.ts";
import { defaultLimits } from "../log-limits.ts";
import type { Chain } from "../redirect-chain.ts";
import { importHar } from "./import-har.ts";
import { importTrace } from "./import-trace.ts";
import { Damage, isFields } from "./read-fields.ts";

export type ImportProblem =
  | { readonly kind: "too-large" }
  | { readonly kind: "not-json" }
  /** JSON, but neither a redirect trace nor a HAR. */
  | { readonly kind: "unknown-format" }
  | { readonly kind: "newer-version" }
  /** `at` counts from 1: chains of a trace, entries of a HAR. */
  | { readonly kind: "damaged"; readonly at: number }
  | { readonly kind: "no-redirects" };

export type ImportResult = { readonly chains: readonly Chain[] } | { readonly problem: ImportProblem };

/**
 * HARs carry whole pages: tens of megabytes are common. JSON is read in one go, and beyond this the panel would stand
 * still for too long.
 */
export const largestFileBytes = 64 * 2 ** 20;

/** Of one chain, which the list draws whole. A browser gives up after 20; pages that redirect by themselves can go on. */
const mostHops = 2_000;

export function importLog(text: string): ImportResult {
  const work = importSteps(text);
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
  }
}

/** The same in small steps: whoever has a screen to keep alive can pause between them. Only JSON is read in one go. */
export function* importSteps(text: string): Generator<number, ImportResult> {
  if (text.length > largestFileBytes) return { problem: { kind: "too-large" } };
  const document = parsedJson(text);
  if (document === undefined) return { problem: { kind: "not-json" } };
  const result = yield* importDocument(document.value);
  if ("problem" in result) return result;
  const isTooMuch =
    result.chains.length > defaultLimits.chainsPerTab || result.chains.some(({ hops }) => hops.length > mostHops);
  if (isTooMuch) return { problem: { kind: "too-large" } };
  return result.chains.length === 0 ? { problem: { kind: "no-redirects" } } : result;
}

function* importDocument(document: unknown): Generator<number, ImportResult> {
  if (!isFields(document)) return { problem: { kind: "unknown-format" } };
  const { format, version, chains, log } = document;
  if (format === "redirect-trace") {
    if (typeof version === "number" && version > 1) return { problem: { kind: "newer-version" } };
    if (version !== 1 || !Array.isArray(chains)) return { problem: { kind: "unknown-format" } };
    return yield* reading(importTrace(chains as readonly unknown[]));
  }
  const entries = isFields(log) ? log["entries"] : undefined;
  if (!Array.isArray(entries)) return { problem: { kind: "unknown-format" } };
  const result = yield* reading(importHar(entries as readonly unknown[]));
  // A HAR has every request of a page. Those without a redirect are not what this panel is about.
  return "problem" in result ? result : { chains: result.chains.filter(isListed) };
}

/** Passes on where the work is, so that damage has a place. */
function* reading(work: Iterator<number, readonly Chain[]>): Generator<number, ImportResult> {
  let place = 1;
  try {
    for (;;) {
      const { done, value } = work.next();
      if (done === true) return { chains: value };
      place = value;
      yield place;
    }
  } catch (error) {
    if (!(error instanceof Damage)) throw error;
    return { problem: { kind: "damaged", at: place } };
  }
}

function parsedJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text.replace(/^\ufeff/, "")) as unknown };
  } catch {
    return undefined;
  }
}

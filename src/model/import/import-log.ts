/** A file that someone opens → chains, or the one reason why not. Nothing about the file is taken for granted. */
import type { Chain } from "../chain/redirect-chain.ts";
import { importHar } from "./import-har.ts";
import { importLimits, largestFileBytes } from "./import-limits.ts";
import { newNoteBook, type ImportNote, type NoteBook } from "./import-notes.ts";
import { importTrace } from "./import-trace.ts";
import { jsonErrorPlace, type TextPlace } from "./json-error.ts";
import { jsonShape, parsedJson } from "./json-text.ts";
import { Damage, isFields } from "./read-fields.ts";

export type ImportProblem =
  | { readonly kind: "empty" | "cut-off" | "no-redirects" | "newer-version" }
  /** `at`: where it stops being JSON. */
  | { readonly kind: "not-json"; readonly at: TextPlace }
  /** JSON, but neither a redirect trace nor a HAR. */
  | { readonly kind: "unknown-format" }
  /** `path` is that of the first value that cannot be: `chains[0].hops[1].status`. */
  | { readonly kind: "damaged"; readonly path: string }
  /** More than `max`, whatever the kind counts: bytes of a file, lists within lists, chains, hops of one chain. */
  | { readonly kind: "too-large" | "too-deep" | "too-many-chains" | "too-many-hops"; readonly max: number };

export type ImportResult =
  | { readonly chains: readonly Chain[]; readonly notes: readonly ImportNote[] }
  | { readonly problem: ImportProblem };

export function importLog(text: string): ImportResult {
  const work = importSteps(text);
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
  }
}

/** The same in small steps: whoever has a screen to keep alive can pause between them. Only JSON is read in one go. */
export function* importSteps(text: string): Generator<number, ImportResult> {
  if (text.length > largestFileBytes) return { problem: { kind: "too-large", max: largestFileBytes } };
  const json = text.replace(/^\ufeff/, "");
  if (!/\S/.test(json)) return { problem: { kind: "empty" } };
  const shape = yield* jsonShape(json, importLimits.nesting);
  if (shape.nesting > importLimits.nesting) return { problem: { kind: "too-deep", max: importLimits.nesting } };
  const document = parsedJson(json);
  if (document === undefined) {
    const at = yield* jsonErrorPlace(json);
    return { problem: shape.isCutOff && /^\s*[{[]/.test(json) ? { kind: "cut-off" } : { kind: "not-json", at } };
  }
  const notes = newNoteBook();
  const result = yield* importDocument(document.value, notes);
  if ("problem" in result) return result;
  const { chains } = result;
  const problem = problemOf(chains);
  return problem === undefined ? { chains, notes: notes.notes() } : { problem };
}

function problemOf(chains: readonly Chain[]): ImportProblem | undefined {
  if (chains.length === 0) return { kind: "no-redirects" };
  if (chains.length > importLimits.chains) return { kind: "too-many-chains", max: importLimits.chains };
  const isTooLong = chains.some(({ hops }) => hops.length > importLimits.hopsPerChain);
  return isTooLong ? { kind: "too-many-hops", max: importLimits.hopsPerChain } : undefined;
}

type Imported = { readonly chains: readonly Chain[] } | { readonly problem: ImportProblem };

function* importDocument(document: unknown, notes: NoteBook): Generator<number, Imported> {
  if (!isFields(document)) return { problem: { kind: "unknown-format" } };
  const { format, version, chains, log } = document;
  if (format === "redirect-trace") {
    if (typeof version === "number" && version > 1) return { problem: { kind: "newer-version" } };
    if (version !== 1 || !Array.isArray(chains)) return { problem: { kind: "unknown-format" } };
    return yield* undamaged(importTrace(chains as readonly unknown[], notes));
  }
  const entries = isFields(log) ? log["entries"] : undefined;
  if (!Array.isArray(entries)) return { problem: { kind: "unknown-format" } };
  return { chains: yield* importHar(entries as readonly unknown[], notes) };
}

function* undamaged(work: Generator<number, readonly Chain[]>): Generator<number, Imported> {
  try {
    return { chains: yield* work };
  } catch (error) {
    if (!(error instanceof Damage)) throw error;
    return { problem: { kind: "damaged", path: error.path } };
  }
}

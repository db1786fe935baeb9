/**
 * The keys of the filter language: which values each has, taken from the model's own tables, and which of them a chain
 * has. A value may be cut short: `finding:body` is whatever begins so, which also makes typing smooth.
 */
import { findingIds, severities, type Finding } from "../findings/finding.ts";
import { bodyFate, followedBodies } from "../chain/followed-body.ts";
import { answerOf, clientSources, internalSources, type Chain, type Hop } from "../chain/redirect-chain.ts";
import { redirectStatuses, statusFacts } from "../meaning/redirect-status.ts";
import { isResourceTypePrefix, harResourceTypes, harResourceTypesOf } from "../chain/resource-type-names.ts";
import { chainSeoMeanings, hopSeoMeaning, knownSeoMeaning } from "../meaning/seo-meaning.ts";

/** Findings are costly to find, so whoever asks keeps them. */
export type FindingsOf = (chain: Chain) => readonly Finding[];

interface FilterKeyRules {
  /** What there is to choose from. More may be right: see `isOpen`. */
  readonly values: readonly string[];
  /** The chain's own values of this key, in lower case. */
  valuesOf(chain: Chain, findingsOf: FindingsOf): readonly string[];
  /** A value that is not of the list, but can be met all the same. */
  isOpen?(value: string): boolean;
  /** Whether what was typed means this value of a chain. The usual rule: it is the value, or its beginning. */
  means?(typed: string, value: string): boolean;
}

const otherStatuses = ["2xx", "4xx", "5xx", "failed", "pending"];

export const filterKeys = {
  status: {
    // What this is about comes first.
    values: [...new Set([...redirectStatuses.map(String), "3xx", ...Object.keys(statusFacts), ...otherStatuses])],
    valuesOf: ({ hops }) => hops.flatMap(statusesOf),
    isOpen: (value) => /^[1-9](?:\d{0,2}|\dx)$/.test(value),
    means: (typed, value) => value.startsWith(typed.replace(/(\d)x+$/, "$1")),
  },
  method: {
    values: ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"],
    valuesOf: ({ hops }) => hops.map(({ method }) => method.toLowerCase()),
    // RFC 9110 §9.1: a method is a token.
    isOpen: (value) => /^[\w!#$%&'*+.^`~-]+$/.test(value),
  },
  type: {
    values: harResourceTypes,
    valuesOf: ({ resourceType }) => [...harResourceTypesOf(resourceType), resourceType],
    // As exports have them.
    isOpen: isResourceTypePrefix,
  },
  host: {
    values: [],
    valuesOf: ({ hops }) => hops.map(hostOf),
    isOpen: (value) => !/[\s/?#@]/.test(value),
    means: (typed, value) => value.includes(typed),
  },
  seo: {
    values: [...chainSeoMeanings, "unknown"],
    valuesOf: (chain) => [knownSeoMeaning(chain), ...chain.hops.flatMap((hop) => hopSeoMeaning(hop) ?? [])],
  },
  body: {
    values: ["sent", ...followedBodies],
    valuesOf: ({ hops }) =>
      hops.every(({ body }) => body.presence === "absent")
        ? ["none"]
        : hops.flatMap((hop, index) => bodyFateOf(hop, hops[index + 1])),
  },
  finding: {
    values: [...severities, ...findingIds],
    valuesOf: (chain, findingsOf) => findingsOf(chain).flatMap(({ id, severity }) => [id, severity]),
  },
  source: {
    values: ["server", ...internalSources, ...clientSources],
    valuesOf: ({ hops }) => hops.flatMap((hop) => (hop.state === "redirected" ? [hop.source] : [])),
  },
} satisfies Readonly<Record<string, FilterKeyRules>>;

export type FilterKey = keyof typeof filterKeys;

export function isFilterKey(key: string): key is FilterKey {
  return Object.hasOwn(filterKeys, key);
}

/** Tells whether a chain has this value; undefined for what cannot be a value of this key. */
export function valueTest(
  key: FilterKey,
  typed: string,
): ((chain: Chain, findingsOf: FindingsOf) => boolean) | undefined {
  const { values, valuesOf, isOpen, means = isWholeOrBeginning }: FilterKeyRules = filterKeys[key];
  const wanted = typed.toLowerCase();
  const known = values.map((value) => value.toLowerCase());
  if (!known.some((value) => value.startsWith(wanted)) && isOpen?.(wanted) !== true) return undefined;
  // The whole name of one value is not the beginning of another: type:script is no description of a longer word.
  const isWhole = known.includes(wanted) && means === isWholeOrBeginning;
  const isMeant = isWhole ? (value: string) => value === wanted : (value: string) => means(wanted, value);
  return (chain, findingsOf) => valuesOf(chain, findingsOf).some(isMeant);
}

function isWholeOrBeginning(typed: string, value: string): boolean {
  return value.startsWith(typed);
}

/** With the port. Browsers wrote these URLs, so they need no parsing, which would cost in a log of 10,000 chains. */
export function hostOf({ url }: Hop): string {
  return /^[a-z][a-z\d+.-]*:\/\/(?:[^/?#]*@)?([^/?#]*)/i.exec(url)?.[1]?.toLowerCase() ?? "";
}

/** The state of a hop that failed or waits comes before what was answered. */
export function statusesOf(hop: Hop): string[] {
  const status = answerOf(hop)?.status;
  const state = hop.state === "failed" || hop.state === "pending" ? [hop.state] : [];
  return status === undefined ? state : [...state, String(status)];
}

function bodyFateOf(hop: Hop, next: Hop | undefined): string[] {
  const { own, followed } = bodyFate(hop, next);
  return [own, followed].flatMap((fate) => (fate === undefined || fate === "none" ? [] : [fate]));
}

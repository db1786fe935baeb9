/**
 * The sections of each page of the reference. The model's table of statuses selects the sentences about method, body, cache
 * and search engines; only texts about a single status are listed here.
 */
import { statusFacts, type RedirectionStatus, type StatusFacts } from "../../src/model/meaning/redirect-status.ts";
import { text, type TextName } from "../ui/texts.ts";
import type { PageId } from "./page-title.ts";

export interface Section {
  readonly heading: TextName;
  /** A list has one item per line; a question is a line followed by its answer. */
  readonly form: "paragraphs" | "list" | "questions";
  readonly names: readonly TextName[];
}

export const pageIds: readonly PageId[] = [
  301,
  302,
  303,
  307,
  308,
  300,
  304,
  305,
  306,
  "any",
  "browser",
  "page",
  "recipes",
];

export function sectionsOf(page: PageId): Section[] {
  switch (page) {
    case "any":
      return [{ heading: "refMeaning", form: "list", names: ["refAnyRules"] }];
    case "browser":
      return [
        paragraphs("refMeaning", "refBrowserMeaning"),
        { heading: "refSummary", form: "list", names: ["refBrowserFacts"] },
        paragraphs("refSeo", "refBrowserSeo"),
      ];
    case "page":
      return [paragraphs("refMeaning", "refPageMeaning"), paragraphs("refSeo", "refPageSeo", "seoOthersRefresh")];
    case "recipes":
      return [];
    default:
      return statusSections(page);
  }
}

interface OwnTexts {
  readonly meaning: TextName;
  readonly causes?: TextName;
  readonly scenarios?: TextName;
  readonly questions?: TextName;
}

const own: Readonly<Record<RedirectionStatus, OwnTexts>> = {
  300: { meaning: "ref300Meaning", causes: "ref300Causes", questions: "refUnusedQuestions" },
  301: { meaning: "ref301Meaning", causes: "ref301Causes", scenarios: "ref301Scenarios", questions: "ref301Questions" },
  302: { meaning: "ref302Meaning", causes: "ref302Causes", scenarios: "ref302Scenarios", questions: "ref302Questions" },
  303: { meaning: "ref303Meaning", causes: "ref303Causes", scenarios: "ref303Scenarios", questions: "ref303Questions" },
  304: { meaning: "ref304Meaning", causes: "ref304Causes", questions: "ref304Questions" },
  305: { meaning: "ref305Meaning", questions: "refUnusedQuestions" },
  306: { meaning: "ref306Meaning", questions: "refUnusedQuestions" },
  307: { meaning: "ref307Meaning", causes: "ref307Causes", scenarios: "ref307Scenarios", questions: "ref307Questions" },
  308: { meaning: "ref308Meaning", causes: "ref308Causes", scenarios: "ref308Scenarios", questions: "ref308Questions" },
};

const methodTexts = {
  "post-to-get": "refPostToGet",
  "all-to-get": "refAllToGet",
  keep: "refKeepMethod",
  none: "refNoMethod",
} as const satisfies Record<StatusFacts["methodRule"], TextName>;

const bodyTexts = {
  "post-to-get": "refDropBody",
  "all-to-get": "refDropBody",
  keep: "refKeepBody",
  none: "refNoSecondBody",
} as const satisfies Record<StatusFacts["methodRule"], TextName>;

const seoTexts = {
  permanent: ["refSeoPermanent", "seoOthersPermanent"],
  temporary: ["refSeoTemporary", "searchDisputed", "seoOthersTemporary"],
  none: ["refSeoNone"],
} as const satisfies Record<StatusFacts["permanence"], readonly TextName[]>;

function statusSections(status: RedirectionStatus): Section[] {
  const { methodRule, permanence, isCacheableByDefault } = statusFacts[status];
  const { meaning, causes, scenarios, questions } = own[status];
  const isNotModified = status === 304;
  return [
    paragraphs("refMeaning", meaning),
    paragraphs("refMethod", methodTexts[methodRule]),
    paragraphs("refBody", bodyTexts[methodRule]),
    paragraphs("refCache", isNotModified ? "ref304Cache" : isCacheableByDefault ? "refCacheYes" : "refCacheNo"),
    paragraphs("refSeo", ...(isNotModified ? (["ref304Seo"] as const) : seoTexts[permanence])),
    ...(causes === undefined ? [] : [{ heading: "refCauses", form: "list", names: [causes] } as const]),
    ...(scenarios === undefined ? [] : [{ heading: "refScenarios", form: "list", names: [scenarios] } as const]),
    ...(questions === undefined ? [] : [{ heading: "refQuestions", form: "questions", names: [questions] } as const]),
  ];
}

function paragraphs(heading: TextName, ...names: readonly TextName[]): Section {
  return { heading, form: "paragraphs", names };
}

export function linesOf({ names }: Section): string[] {
  return names.flatMap((name) => text(name).split("\n"));
}

/** Reads a page's facts for search engines from this extension's JSON and HAR exports. */
import type { PageFacts } from "../chain/redirect-chain.ts";
import { optional, present, readField, readFields, readList, readText } from "./read-fields.ts";

export function importPage(value: unknown): PageFacts {
  const fields = readFields(value);
  const texts = (name: string) =>
    readField(
      fields,
      name,
      optional((list) => readList(list).map(readText)),
    );
  return present({ canonicals: texts("canonicals"), robots: texts("robots") });
}

/** A 307 or 308 made the browser send a body with fields again, to another origin. Speaks as soon as it was sent. */
import { rfc9110 } from "./sources.ts";
import { isOtherOrigin, originOf } from "./compare-urls.ts";
import { followedHops, defineFinding } from "./rule.ts";
import { listed, secretsFirst } from "./text-values.ts";

export const bodySentElsewhere = defineFinding({
  id: "body-sent-elsewhere",
  severities: ["error"],
  source: `${rfc9110}#section-15.4`,
  find: (chain) =>
    followedHops(chain).flatMap(({ hop, next, index }) => {
      const isKeeping = hop.source === "server" && (hop.answer.status === 307 || hop.answer.status === 308);
      if (!isKeeping || !isOtherOrigin(hop.url, next.url)) return [];
      if (hop.body.presence !== "present" || next.body.presence !== "present") return [];
      const fields = next.body.fieldNames ?? hop.body.fieldNames ?? [];
      if (fields.length === 0) return [];
      const values = [originOf(hop.url), originOf(next.url), listed(secretsFirst(fields))];
      return [{ hop: index, values }];
    }),
});

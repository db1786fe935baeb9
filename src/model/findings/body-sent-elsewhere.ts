/** A 307 or 308 made the browser resend a body with form fields to another origin, and the body arrived there. */
import { followedBody } from "../chain/followed-body.ts";
import type { Hop } from "../chain/redirect-chain.ts";
import { rfc9110 } from "./sources.ts";
import { isOtherOrigin, originOf } from "../url/compare-urls.ts";
import { followedHops, defineFinding } from "./rule.ts";
import { joinNames, secretsFirst } from "./message-values.ts";

export const bodySentElsewhere = defineFinding({
  id: "body-sent-elsewhere",
  severities: ["error"],
  source: `${rfc9110}#section-15.4`,
  find: (chain) =>
    followedHops(chain).flatMap(({ hop, next, index }) => {
      const isKeeping = hop.source === "server" && (hop.answer.status === 307 || hop.answer.status === 308);
      if (!isKeeping || !isOtherOrigin(hop.url, next.url)) return [];
      if (followedBody(hop, next) !== "kept") return [];
      const fields = fieldNamesOf(next) ?? fieldNamesOf(hop) ?? [];
      if (fields.length === 0) return [];
      const values = [originOf(hop.url), originOf(next.url), joinNames(secretsFirst(fields))];
      return [{ hop: index, values }];
    }),
});

function fieldNamesOf({ body }: Hop): readonly string[] | undefined {
  return body.presence === "present" ? body.fieldNames : undefined;
}

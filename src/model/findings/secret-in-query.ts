/**
 * A redirect passes a query parameter that looks like a secret to another origin. Reports the name, never the value.
 */
import { rfc9110 } from "./sources.ts";
import { isInternal } from "../chain/redirect-chain.ts";
import { isSecretName } from "../url/masking.ts";
import { isOtherOrigin, originOf } from "../url/compare-urls.ts";
import { followedHops, defineFinding } from "./rule.ts";
import { queryParameters } from "../url/query-parameters.ts";
import { joinNames } from "./message-values.ts";

export const secretInQuery = defineFinding({
  id: "secret-in-query",
  severities: ["warning"],
  source: `${rfc9110}#section-17.9`,
  find: (chain) =>
    followedHops(chain).flatMap(({ hop, next, index }) => {
      if (isInternal(hop) || !isOtherOrigin(hop.url, next.url)) return [];
      const secrets = queryParameters(next.url).filter(({ name, value }) => value !== "" && isSecretName(name));
      if (secrets.length === 0) return [];
      const values = [joinNames([...new Set(secrets.map(({ name }) => name))]), originOf(next.url)];
      return [{ hop: index, values }];
    }),
});

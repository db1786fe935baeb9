/** A chain as the rows that the panel is expected to show, in the words of the scenarios. */
import type { ExpectedHop } from "../../lab/scenarios/scenario.ts";
import { hopWords } from "../../src/model/export/hop-cell-text.ts";
import { urlMasking } from "../../src/model/url/url-masking.ts";
import { maskCredentials } from "../../src/model/url/masking.ts";
import { answerOf, type Chain } from "../../src/model/chain/redirect-chain.ts";

const asShown = urlMasking({ unmaskUrls: true });

export function rowsOf(chain: Chain): ExpectedHop[] {
  return chain.hops.map((hop, index) => {
    const [, status = "", method = "", body = "", seo = ""] = hopWords(chain, hop, index, asShown);
    return {
      status,
      method,
      body: body as ExpectedHop["body"],
      seo: seo as ExpectedHop["seo"],
      url: maskCredentials(hop.url),
      ...(answerOf(hop)?.fromCache === true ? { isCached: true } : {}),
    };
  });
}

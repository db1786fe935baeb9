/** The rows that the panel is expected to show for a chain, in the form that the scenarios use. */
import type { ExpectedHop } from "../../lab/scenarios/scenario.ts";
import { hopColumns, hopsOfChain } from "../../src/model/export/hop-cell-text.ts";
import { maskCredentials } from "../../src/model/url/masking.ts";
import { answerOf, type Chain } from "../../src/model/chain/redirect-chain.ts";

export function rowsOf(chain: Chain): ExpectedHop[] {
  return hopsOfChain(chain).map((at) => ({
    status: hopColumns.status.text(at),
    method: hopColumns.method.text(at),
    body: hopColumns.body.text(at) as ExpectedHop["body"],
    seo: hopColumns.seo.text(at) as ExpectedHop["seo"],
    url: maskCredentials(at.hop.url),
    ...(answerOf(at.hop)?.fromCache === true ? { isCached: true } : {}),
  }));
}

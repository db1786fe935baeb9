/** A hop in three sentences: what the server, the browser and a crawler did. */
import type { Chain } from "../../src/model/chain/redirect-chain.ts";
import { richText, text } from "../ui/texts.ts";
import { visibleText } from "../ui/visible-text.ts";
import { asCode } from "./as-code.tsx";
import { UrlLink } from "./url-link.tsx";
import { browserDid, crawlerConcludes, serverSaid } from "./explain-hop.ts";

export function HopExplained({ chain, index }: { readonly chain: Chain; readonly index: number }) {
  const hop = chain.hops[index] ?? chain.hops[0];
  return (
    <section>
      <h2>{richText("hopHeading", index + 1, visibleText(hop.method), <UrlLink url={hop.url} />)}</h2>
      <dl class="facts">
        <dt>{text("theServer")}</dt>
        <dd>{serverSaid(chain, hop, asCode)}</dd>
        <dt>{text("theBrowser")}</dt>
        <dd>{browserDid(chain, index, asCode)}</dd>
        <dt>{text("theCrawler")}</dt>
        <dd>{crawlerConcludes(hop, asCode)}</dd>
      </dl>
    </section>
  );
}

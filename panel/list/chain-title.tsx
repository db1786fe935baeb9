/** The heading of a chain: method, path and result, the kind of request, and faintly the hosts. */
import { chainKind } from "../../src/model/chain/chain-kind.ts";
import { lastHop, type Chain } from "../../src/model/chain/redirect-chain.ts";
import { isEndless } from "../../src/model/meaning/loops.ts";
import { text } from "../ui/texts.ts";
import { cutInMiddle, visibleText, visibleUrl } from "../ui/visible-text.ts";
import { chainKindTexts } from "./chain-kind-texts.ts";
import { hopStatus } from "./hop-status.ts";

export function ChainTitle({ chain }: { readonly chain: Chain }) {
  const [first] = chain.hops;
  const last = lastHop(chain);
  const [firstUrl, lastUrl] = [first.url, last.url].map(splitUrl);
  if (firstUrl === undefined || lastUrl === undefined) return null;
  return (
    <span class="chain-title">
      <span class="chain-ends">
        {first.method !== "GET" && `${visibleText(first.method)} `}
        <bdi class="chain-url" dir="ltr" title={firstUrl.whole}>
          {cutInMiddle(firstUrl.path, 120)}
        </bdi>{" "}
        <span class="arrow">→</span>{" "}
        <span class="chain-result" title={lastUrl.whole}>
          {isEndless(chain) ? text("cycleNeverEnds") : hopStatus(last)}
        </span>
      </span>{" "}
      <span class="chain-kind">{text(chainKindTexts[chainKind(chain)])}</span>{" "}
      <bdi class="chain-url chain-hosts" dir="ltr" title={`${firstUrl.whole} → ${lastUrl.whole}`}>
        {hostsOf(firstUrl, lastUrl)}
      </bdi>
    </span>
  );
}

interface SplitUrl {
  readonly whole: string;
  readonly scheme: string;
  readonly host: string;
  /** All that follows the host; of a URL without a host, the whole. */
  readonly path: string;
}

function splitUrl(url: string): SplitUrl {
  const whole = visibleUrl(url);
  const [, scheme = "", host = "", path = whole] = /^([a-z][a-z\d+.-]*:\/\/)([^/?#]*)(.*)$/is.exec(whole) ?? [];
  return { whole, scheme, host, path: path === "" ? "/" : path };
}

/** The schemes are shown only if the chain changes them. */
function hostsOf(first: SplitUrl, last: SplitUrl): string {
  const isSameScheme = first.scheme === last.scheme;
  if (isSameScheme && first.host === last.host) return cutInMiddle(first.host, 80);
  const [from, to] = [first, last].map(({ scheme, host }) => cutInMiddle(isSameScheme ? host : scheme + host, 80));
  return `${from ?? ""} → ${to ?? ""}`;
}

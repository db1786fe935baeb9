/** The first URL's fragment, which a redirect inherits, was replaced by a fragment in Location. */
import { rfc9110 } from "./sources.ts";
import { parseUrl } from "../url/location-url.ts";
import { headerValue } from "../chain/redirect-chain.ts";
import { defineFinding } from "./rule.ts";
import { serverRedirects } from "./server-redirects.ts";

export const fragmentLost = defineFinding({
  id: "fragment-lost",
  severities: ["info"],
  source: `${rfc9110}#section-10.2.2`,
  find: (chain) => {
    const [{ url }] = chain.hops;
    const initial = url.includes("#") ? (parseUrl(url)?.hash ?? "") : "";
    if (initial === "" || chain.beginningMissed === true) return [];
    const replacing = serverRedirects(chain).find(
      ({ hop, answer, target }) =>
        parseUrl(hop.url)?.hash === initial &&
        (headerValue(answer.headers, "location") ?? "").includes("#") &&
        parseUrl(target)?.hash !== initial,
    );
    return replacing === undefined ? [] : [{ hop: replacing.index }];
  },
});

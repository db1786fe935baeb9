/** The first URL's fragment, which a redirect inherits, gave way to one that Location brought along. */
import { parseUrl } from "../location-url.ts";
import { headerValue } from "../redirect-chain.ts";
import type { FindFindings } from "./finding.ts";
import { serverRedirects } from "./server-redirects.ts";

export const findFragmentLost: FindFindings = (chain) => {
  const [{ url }] = chain.hops;
  const initial = url.includes("#") ? (parseUrl(url)?.hash ?? "") : "";
  if (initial === "" || chain.beginningMissed === true) return [];
  const replacing = serverRedirects(chain).find(
    ({ hop, answer, target }) =>
      parseUrl(hop.url)?.hash === initial &&
      (headerValue(answer.headers, "location") ?? "").includes("#") &&
      parseUrl(target)?.hash !== initial,
  );
  return replacing === undefined ? [] : [{ id: "fragment-lost", severity: "info", hop: replacing.index }];
};

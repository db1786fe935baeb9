/**
 * Whether the Content Security Policy of a tab's document explains why a redirect was not followed. Only policies in
 * headers are known, and only for documents that are still in the log.
 */
import { headerLines } from "../findings/header-lists.ts";
import { isWebUrl } from "../url/location-url.ts";
import { directivesOf, matchesSources } from "../meaning/content-security-policy.ts";
import { answerOf, lastHop, withLastHop, type Chain } from "../chain/redirect-chain.ts";

/**
 * Resource type → the directive that applies to redirects of such requests. All but form-action fall back to
 * default-src.
 */
const directives: ReadonlyMap<string, string> = new Map(
  Object.entries({
    main_frame: "form-action",
    sub_frame: "frame-src",
    xmlhttprequest: "connect-src",
    beacon: "connect-src",
    ping: "connect-src",
    websocket: "connect-src",
    script: "script-src",
    stylesheet: "style-src",
    image: "img-src",
    imageset: "img-src",
    font: "font-src",
    media: "media-src",
    object: "object-src",
    web_manifest: "manifest-src",
  }),
);

/** Adds the directive that forbids the chain's last redirect, if there is one. */
export function withForbiddingPolicy(chain: Chain, document: Chain | undefined): Chain {
  const last = lastHop(chain);
  const directive = directives.get(chain.resourceType);
  if (last.state !== "redirected" || last.stoppedBy === undefined || last.forbiddenBy !== undefined) return chain;
  if (document === undefined || directive === undefined || !isWebUrl(last.redirectUrl)) return chain;
  const page = lastHop(document);
  const lines = headerLines(answerOf(page) ?? { headers: [] }, "content-security-policy");
  for (const { name, sources } of rulesOf(lines, directive)) {
    // After a redirect, the paths of sources are ignored (CSP 3 §6.7.2.9).
    if (matchesSources(sources.map(withoutPath), last.redirectUrl, page.url)) continue;
    return withLastHop(chain, { ...last, forbiddenBy: [name, ...sources].join(" ").slice(0, 200) });
  }
  return chain;
}

function rulesOf(lines: readonly string[], directive: string) {
  const named = directivesOf(lines, directive).map((sources) => ({ name: directive, sources }));
  if (named.length > 0 || directive === "form-action") return named;
  return directivesOf(lines, "default-src").map((sources) => ({ name: "default-src", sources }));
}

function withoutPath(source: string): string {
  return source.replace(/^((?:[a-z][a-z\d+.-]*:\/\/)?[^/']+)\/.*$/i, "$1");
}

/** A Location that was meant as a URL on another host (`www.shop.test/new`), but is a path because it has no scheme. */
import { parseUrl } from "../url/location-url.ts";
import { answerOf, headerValue, type Chain } from "../chain/redirect-chain.ts";
import { isRedirectStatus } from "../meaning/redirect-status.ts";
import { finalAnswer, isSuccess } from "./chain-outcome.ts";
import { defineFinding } from "./rule.ts";
import { shownUrl } from "./message-values.ts";

export const locationWithoutScheme = defineFinding({
  id: "location-without-scheme",
  severities: ["error"],
  source: "https://www.rfc-editor.org/rfc/rfc3986#section-4.2",
  effects: ["too-many-redirects", "loop", "redirect-to-error"],
  find: (chain) =>
    chain.hops.flatMap((hop, index) => {
      const answer = hop.state === "pending" ? undefined : answerOf(hop);
      if (answer === undefined || !isRedirectStatus(answer.status)) return [];
      const location = headerValue(answer.headers, "location")?.trim() ?? "";
      return looksLikeHost(location, chain) && !isSuccess(finalAnswer(chain))
        ? [{ hop: index, values: [shownUrl(location)] }]
        : [];
    }),
});

/** File extensions: `name.ext` looks like `name.domain`, but isn't meant as a host. */
const fileEndings: ReadonlySet<string> = new Set(
  "html htm xhtml shtml php phtml php5 asp aspx ashx jsp jspx jsf do action cgi pl py rb cfm xml rss json txt md csv pdf png jpg jpeg gif webp svg ico css js mjs map zip gz doc docx xls xlsx".split(
    " ",
  ),
);

/** `host.domain/…`, `www.…`, `host.domain:8080/…` or `localhost:3000/…` at the beginning, without `//`. */
export function looksLikeHost(location: string, { hops }: Chain): boolean {
  const [, host = "", port, rest] = /^([a-z\d](?:[a-z\d.-]*[a-z\d])?)(:\d{1,5})?(\/.*|[?#].*)?$/i.exec(location) ?? [];
  if (host === "") return false;
  const name = host.toLowerCase();
  if (port !== undefined && (name.includes(".") || name === "localhost")) return true;
  const domain = name.includes(".") ? (name.split(".").at(-1) ?? "") : "";
  if (!/^[a-z]{2,}$/.test(domain) || fileEndings.has(domain)) return false;
  if (name.startsWith("www.") || hops.some(({ url }) => parseUrl(url)?.hostname === name)) return true;
  return rest !== undefined && rest.startsWith("/");
}

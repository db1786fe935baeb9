/** Findings about search engines: reported and not reported. */
import { answered, chainOf, failed, internal, pending, served } from "../../hops.ts";
import { clientRedirect } from "../../export/exported.ts";
import { answeredWith, done, got, missed, ofType, other, post, servedWith, shop } from "./row.ts";
import type { ReportedRow, NotReportedRow } from "./row.ts";

const secure = "https://shop.test/pay";
const home = "http://shop.test/";
const at = (index: number) => `http://shop.test/${index}`;
const hopsTo = (count: number, status = 301) =>
  Array.from({ length: count }, (_, i) => served(at(i), status, at(i + 1)));
const long = (count: number, ...end: ReturnType<typeof answered>[]) =>
  chainOf(served(at(0), 301, at(1)), ...hopsTo(count).slice(1), ...(end.length > 0 ? end : [answered(at(count))]));
const respelled = (from: string, to: string, status = 302) => chainOf(served(from, status, to), answered(to));
const robots = (value: string) => chainOf(served(shop, 301, done), answeredWith(done, { "x-robots-tag": value }));
const link = (value: string, url = done) => chainOf(served(shop, 301, url), answeredWith(url, { Link: value }));
const temporary = (what: string, from: string, to: string, status = 302): ReportedRow => [
  "temporary-for-canonical",
  what,
  respelled(from, to, status),
  "warning",
  0,
  [String(status)],
];
const notCanonical = (what: string, from: string, to: string, status = 302): NotReportedRow => [
  "temporary-for-canonical",
  what,
  respelled(from, to, status),
];
const noindex = (value: string, rules: string): ReportedRow => [
  "noindex-target",
  value,
  robots(value),
  "warning",
  1,
  [`X-Robots-Tag: ${rules}`],
];
const elsewhere = (value: string, canonical: string): ReportedRow => [
  "canonical-elsewhere",
  value,
  link(value),
  "warning",
  1,
  [canonical],
];

export const reported: readonly ReportedRow[] = [
  ["long-chain", "2", long(2), "info", undefined, ["2", at(2)]],
  ["long-chain", "3", long(3), "warning", undefined, ["3", at(3)]],
  ["long-chain", "10", long(10), "warning", undefined, ["10", at(10)]],
  ["long-chain", "11", long(11), "error", undefined, ["11", at(11)]],
  ["long-chain", "failed at the end", long(2, failed(at(2), "net::ERR_FAILED")), "info", undefined, ["2", at(2)]],
  [
    "mixed-permanence",
    "301, 302",
    chainOf(served(shop, 301, done), served(done, 302, other), answered(other)),
    "warning",
    1,
    [done],
  ],
  [
    "mixed-permanence",
    "302, pending",
    chainOf(served(shop, 302, done), served(done, 308, other), pending(other)),
    "warning",
    0,
    [shop],
  ],
  temporary("https", shop, secure, 307),
  temporary("www.", shop, "http://www.shop.test/pay"),
  temporary("https without www.", "http://www.shop.test/pay?q=1", `${secure}?q=1`, 303),
  temporary("a slash", shop, `${shop}/`),
  temporary("letter case", "http://shop.test/Pay", shop),
  temporary("IDN", "http://Bücher.test/a", "http://www.xn--bcher-kva.test/a"),
  ["redirect-to-home", "an old page", chainOf(served(shop, 301, home), answered(home)), "warning", 0, [shop]],
  [
    "redirect-to-home",
    "through https and www.",
    chainOf(
      internal(shop, "hsts", secure),
      served(secure, 302, "https://www.shop.test/"),
      answered("https://www.shop.test/"),
    ),
    "warning",
    1,
    [shop],
  ],
  [
    "redirect-to-home",
    "with the same query",
    chainOf(served(`${shop}?a=1`, 301, `${home}?a=1`), answered(`${home}?a=1`)),
    "warning",
    0,
    [`${shop}?a=1`],
  ],
  noindex("noindex", "noindex"),
  noindex("NoIndex, nofollow", "noindex"),
  noindex("none", "none"),
  noindex("googlebot: noindex, nofollow", "googlebot: noindex"),
  noindex("googlebot: nofollow, max-snippet: 20, noindex", "googlebot: noindex"),
  noindex("unavailable_after: Wed, 03 Dec 2025 13:09:53 GMT, noindex", "noindex"),
  elsewhere(`<${other}>; rel="canonical"`, other),
  elsewhere("</main>; rel=canonical", "http://shop.test/main"),
  [
    "canonical-elsewhere",
    "in HTML, and it redirects to the final URL",
    chainOf(served(shop, 301, done), answered(done, 200, { page: { canonicals: [shop] } })),
    "warning",
    1,
    [shop],
  ],
  [
    "noindex-target",
    "in HTML",
    chainOf(served(shop, 301, done), answered(done, 200, { page: { robots: ["nofollow", "googlebot: noindex"] } })),
    "warning",
    1,
    ["HTML: googlebot: noindex"],
  ],
  elsewhere('</a,b.css>; rel="preload"; title="a, b", </c>; REL="alternate Canonical"', "http://shop.test/c"),
];

export const notReported: readonly NotReportedRow[] = [
  ["long-chain", "1", long(1)],
  [
    "long-chain",
    "internal redirects don't count",
    chainOf(internal(shop, "hsts", secure), served(secure, 301, done), got),
  ],
  ["long-chain", "a form, which crawlers don't submit", chainOf(post(302), served(done, 301, other), answered(other))],
  ["long-chain", "pending", long(5, pending(at(5)))],
  ["long-chain", "a loop, which has no final URL", long(20, failed(at(20), "NS_ERROR_REDIRECT_LOOP"))],
  ["long-chain", "the beginning was missed", missed(long(3))],
  ["mixed-permanence", "all permanent", long(3)],
  ["mixed-permanence", "all temporary", chainOf(served(shop, 302, done), served(done, 307, other), answered(other))],
  ["mixed-permanence", "HSTS and 301", chainOf(internal(shop, "hsts", secure), served(secure, 301, done), got)],
  ["mixed-permanence", "a form", chainOf(post(302), served(done, 301, other), answered(other))],
  notCanonical("permanent", shop, secure, 301),
  notCanonical("another path", shop, done),
  notCanonical("another query", `${shop}?a=1&b=2`, `${secure}?b=2&a=1`),
  notCanonical("another port", "http://shop.test:8080/pay", "https://shop.test:8443/pay"),
  notCanonical("from https to http", secure, shop),
  notCanonical("the same URL", shop, "http://shop.test:80/pay"),
  ["temporary-for-canonical", "a form", chainOf(post(307, secure), answered(secure))],
  ["temporary-for-canonical", "made by the browser", chainOf(internal(shop, "upgrade", secure), answered(secure))],
  [
    "temporary-for-canonical",
    "the chain returns",
    chainOf(served(shop, 302, `${shop}/`), served(`${shop}/`, 302, shop), answered(shop)),
  ],
  [
    "redirect-to-home",
    "another name of the home page",
    chainOf(served(`${home}index.html`, 301, home), answered(home)),
  ],
  ["redirect-to-home", "another page", chainOf(served(shop, 301, done), got)],
  [
    "redirect-to-home",
    "a login elsewhere",
    chainOf(served(shop, 302, other), served(other, 302, home), answered(home)),
  ],
  ["redirect-to-home", "the home page has a query", chainOf(served(shop, 301, `${home}?p=1`), answered(`${home}?p=1`))],
  ["redirect-to-home", "a form", chainOf(post(303, home), answered(home))],
  [
    "redirect-to-home",
    "a script's request",
    ofType("xmlhttprequest", chainOf(served(shop, 301, home), answered(home))),
  ],
  ["redirect-to-home", "an error", chainOf(served(shop, 301, home), answered(home, 404))],
  ["redirect-to-home", "an internal redirect", chainOf(internal(shop, "extension", home), answered(home))],
  ["noindex-target", "nofollow", robots("nofollow, noarchive")],
  ["noindex-target", "max-image-preview: none", robots("max-image-preview: none")],
  ["noindex-target", "on the redirect only", chainOf(servedWith(shop, 301, done, { "X-Robots-Tag": "noindex" }), got)],
  ["noindex-target", "no redirect", chainOf(answeredWith(shop, { "X-Robots-Tag": "noindex" }))],
  [
    "noindex-target",
    "an error",
    chainOf(served(shop, 301, done), answeredWith(done, { "X-Robots-Tag": "noindex" }, 404)),
  ],
  ["canonical-elsewhere", "the final URL", link(`<${done}>; rel="canonical"`)],
  ["canonical-elsewhere", "relative, with a fragment", link('<done#top>; rel="canonical"')],
  [
    "canonical-elsewhere",
    "a different spelling",
    link("<http://SHOP.test:80/%C3%a4>; rel=canonical", "http://shop.test/%c3%a4"),
  ],
  ["canonical-elsewhere", "another relation", link(`<${other}>; rel="alternate"; title="canonical"`)],
  ["canonical-elsewhere", "of another page", link(`<${other}>; rel="canonical"; anchor="/x"`)],
  [
    "canonical-elsewhere",
    "in HTML, the final URL",
    chainOf(served(shop, 301, done), answered(done, 200, { page: { canonicals: [`${done}#top`] } })),
  ],
  ["noindex-target", "nothing in HTML", chainOf(served(shop, 301, done), answered(done, 200, { page: {} }))],
  ["canonical-elsewhere", "two that differ", link(`<${other}>; rel=canonical, <${shop}>; rel=canonical`)],
  [
    "canonical-elsewhere",
    "only after an internal redirect",
    chainOf(internal(shop, "hsts", secure), answeredWith(secure, { Link: `<${other}>; rel=canonical` })),
  ],
  ["canonical-elsewhere", "after a client redirect, which has its own finding", chainOf(clientRedirect("script"), got)],
];

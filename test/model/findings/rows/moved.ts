/** Findings about moved pages, for site audits: reported and not reported. */
import { answered, chainOf, served } from "../../hops.ts";
import {
  answeredWith,
  done,
  got,
  other,
  post,
  servedWith,
  shop,
  type ReportedRow,
  type NotReportedRow,
} from "./row.ts";

export const reported: readonly ReportedRow[] = [
  [
    "redirect-to-home",
    "index.html",
    chainOf(served(`${shop}/old`, 301, "http://shop.test/index.html"), answered("http://shop.test/index.html")),
    "warning",
    0,
    [`${shop}/old`],
  ],
  [
    "redirect-to-home",
    "a language",
    chainOf(served(`${shop}/old`, 302, "http://shop.test/en/"), answered("http://shop.test/en/")),
    "warning",
    0,
    [`${shop}/old`],
  ],
  [
    "redirect-to-home",
    "with an error",
    chainOf(
      served(`${shop}/old`, 302, "http://shop.test/?error=not-found"),
      answered("http://shop.test/?error=not-found"),
    ),
    "warning",
    0,
    [`${shop}/old`],
  ],
  [
    "redirect-to-home",
    "of the new site",
    chainOf(served(`${shop}/old`, 301, "http://new.test/"), answered("http://new.test/")),
    "warning",
    0,
    [`${shop}/old`],
  ],
  [
    "robots-on-redirect",
    "noindex",
    chainOf(servedWith(shop, 301, done, { "X-Robots-Tag": "noindex" }), got),
    "info",
    0,
    ["noindex"],
  ],
  [
    "robots-on-redirect",
    "at the second hop",
    chainOf(served(other, 301, shop), servedWith(shop, 302, done, { "x-robots-tag": "none" }), got),
    "info",
    1,
    ["none"],
  ],
  [
    "language-without-vary",
    "in the path",
    chainOf(served("http://shop.test/", 302, "http://shop.test/de/"), answered("http://shop.test/de/")),
    "info",
    0,
    ["de"],
  ],
  [
    "language-without-vary",
    "in the host",
    chainOf(served("http://www.shop.test/a", 302, "http://pt-br.shop.test/a"), answered("http://pt-br.shop.test/a")),
    "info",
    0,
    ["pt-br"],
  ],
  [
    "language-without-vary",
    "in the query",
    chainOf(servedWith(shop, 307, `${shop}?lang=fr`, { Vary: "Cookie" }), answered(`${shop}?lang=fr`)),
    "info",
    0,
    ["fr"],
  ],
];

export const notReported: readonly NotReportedRow[] = [
  [
    "redirect-to-home",
    "another site, temporarily",
    chainOf(served(`${shop}/old`, 302, "http://new.test/"), answered("http://new.test/")),
  ],
  [
    "redirect-to-home",
    "through a third site",
    chainOf(served(`${shop}/old`, 301, other), served(other, 301, "http://new.test/"), answered("http://new.test/")),
  ],
  [
    "redirect-to-home",
    "a page",
    chainOf(served(`${shop}/old`, 301, "http://new.test/old"), answered("http://new.test/old")),
  ],
  [
    "robots-on-redirect",
    "on the page",
    chainOf(served(shop, 301, done), answeredWith(done, { "X-Robots-Tag": "noindex" })),
  ],
  ["robots-on-redirect", "a form", chainOf(post(302), got)],
  [
    "language-without-vary",
    "with it",
    chainOf(
      servedWith("http://shop.test/", 302, "http://shop.test/de/", { Vary: "Accept-Encoding, accept-language" }),
      answered("http://shop.test/de/"),
    ),
  ],
  [
    "language-without-vary",
    "another page",
    chainOf(served("http://shop.test/a", 302, "http://shop.test/de/b"), answered("http://shop.test/de/b")),
  ],
];

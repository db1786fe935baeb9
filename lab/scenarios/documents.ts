/** Navigations: chains, other origins, loops, and a page without any redirect. */
import type { Lab } from "../server.ts";
import type { ExpectedHop, Scenario } from "./scenario.ts";

const get = { method: "GET", body: "none", seo: "—" } as const;
const followed = { method: "GET → GET", body: "none" } as const;

export const documentScenarios: readonly Scenario[] = [
  {
    name: "no-redirect",
    title: "a page without redirects",
    run: ({ lab, visit }) => visit(lab.url("shop.test", "/page")),
    expected: () => [],
  },
  {
    name: "chain-of-three",
    title: "three redirects: 301, 302, 308",
    run: ({ lab, visit }) => visit(lab.url("shop.test", "/chain?hops=301,302,308&to=/page")),
    expected: (lab) => [
      [
        { ...followed, status: "301", seo: "Permanent", url: lab.url("shop.test", "/chain?hops=301,302,308&to=/page") },
        { ...followed, status: "302", seo: "Temporary", url: lab.url("shop.test", "/chain?hops=302,308&to=/page") },
        { ...followed, status: "308", seo: "Permanent", url: lab.url("shop.test", "/chain?hops=308&to=/page") },
        { ...get, status: "200", url: lab.url("shop.test", "/page") },
      ],
    ],
  },
  {
    name: "cross-origin",
    title: "to another site, and to its https",
    run: ({ lab, visit }) => visit(crossOriginUrls(lab)[0]),
    expected: (lab) => {
      const [first, second, third] = crossOriginUrls(lab);
      return [
        [
          { ...followed, status: "302", seo: "Temporary", url: first },
          { ...followed, status: "301", seo: "Permanent", url: second },
          { ...get, status: "200", url: third },
        ],
      ];
    },
  },
  {
    name: "loop",
    title: "a page that redirects to itself",
    run: ({ lab, visit }) => visit(lab.url("shop.test", "/loop?status=302")),
    expected: (lab, browserName) => {
      const url = lab.url("shop.test", "/loop?status=302");
      const hop: ExpectedHop = { ...followed, status: "302", seo: "Temporary", url };
      // Chromium 156 makes 20 requests and does not follow the last answer; Firefox 153 makes a 21st and then gives up.
      const end: ExpectedHop =
        browserName === "chromium" ? { ...hop, method: "GET" } : { ...get, status: "Failed", url };
      return [[...Array.from({ length: browserName === "chromium" ? 19 : 20 }, () => hop), end]];
    },
  },
];

function crossOriginUrls(lab: Pick<Lab, "url">): readonly [string, string, string] {
  const third = lab.url("other.test", "/page", { scheme: "https" });
  const second = lab.url("other.test", `/redirect?status=301&to=${encodeURIComponent(third)}`);
  return [lab.url("shop.test", `/redirect?status=302&to=${encodeURIComponent(second)}`), second, third];
}

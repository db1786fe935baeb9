/** The scenario group of the demo, with URLs as on real sites. */
import { sendForm, type ExpectedHop, type Scenario } from "./scenario.ts";

const get = { method: "GET → GET", body: "none" } as const;
const end = { status: "200", method: "GET", body: "none", seo: "—" } as const;

export const demoScenarios: readonly Scenario[] = [
  {
    name: "story-checkout",
    title: "a form's POST is answered with 302 and arrives as a GET without a body",
    run: (context) => sendForm(context, { action: "/checkout", enctype: "urlencoded" }),
    expected: ({ url }) => [
      [
        hop("302", "POST → GET", "sent → lost", "Temporary", url("shop.test", "/checkout")),
        { ...get, status: "301", seo: "Permanent", url: url("shop.test", "/done") },
        { ...end, status: "405", url: url("shop.test", "/thanks") },
      ],
    ],
  },
  {
    name: "story-orders",
    title: "a form's POST and its body are kept by a 307",
    run: (context) => sendForm(context, { action: "/v1/orders", enctype: "urlencoded" }),
    expected: ({ url }) => [
      [
        hop("307", "POST → POST", "sent → kept", "Temporary", url("shop.test", "/v1/orders")),
        hop("200", "POST", "sent", "—", url("shop.test", "/v2/orders")),
      ],
    ],
  },
  {
    name: "story-guide",
    title: "a page that moved permanently, twice: 301, 308",
    run: ({ lab, visit }) => visit(lab.url("shop.test", "/old-guide")),
    expected: ({ url }) => [
      [
        { ...get, status: "301", seo: "Permanent", url: url("shop.test", "/old-guide") },
        { ...get, status: "308", seo: "Permanent", url: url("shop.test", "/guide") },
        { ...end, url: url("shop.test", "/guide/") },
      ],
    ],
  },
  {
    name: "story-account",
    title: "HSTS: the browser upgrades to https by itself",
    async run({ lab, visit }) {
      await visit(lab.url("secure.test", "/page", { scheme: "https" }));
      await visit(lab.url("secure.test", "/account"));
    },
    expected: ({ url }) => [
      [
        { ...get, status: "HSTS", seo: "None (browser)", url: url("secure.test", "/account") },
        { ...end, url: url("secure.test", "/account", { scheme: "https" }) },
      ],
    ],
  },
];

function hop(
  status: string,
  method: string,
  body: ExpectedHop["body"],
  seo: ExpectedHop["seo"],
  url: string,
): ExpectedHop {
  return { status, method, body, seo, url };
}

/** The scenario group of the verdict tests: a well-handled form, a slow way to a canonical URL, a shop that moved. */
import { sendForm, type Scenario } from "./scenario.ts";

const get = { method: "GET → GET", body: "none" } as const;
const end = { status: "200", method: "GET", body: "none", seo: "—" } as const;

export const siteAuditScenarios: readonly Scenario[] = [
  {
    name: "story-subscribe",
    title: "a form's POST is answered with 303: Post/Redirect/Get",
    run: (context) => sendForm(context, { action: "/subscribe", enctype: "urlencoded" }),
    expected: ({ url }) => [
      [
        {
          status: "303",
          method: "POST → GET",
          body: "sent → lost",
          seo: "Temporary",
          url: url("shop.test", "/subscribe"),
        },
        { ...end, url: url("shop.test", "/welcome") },
      ],
    ],
  },
  {
    name: "story-sale",
    title: "to https, to www, to a trailing slash, and one of the three is a 302",
    run: ({ lab, visit }) => visit(lab.url("shop.test", "/sale")),
    expected: ({ url }) => [
      [
        { ...get, status: "301", seo: "Permanent", url: url("shop.test", "/sale") },
        { ...get, status: "302", seo: "Temporary", url: url("shop.test", "/sale", { scheme: "https" }) },
        { ...get, status: "301", seo: "Permanent", url: url("www.shop.test", "/sale", { scheme: "https" }) },
        { ...end, url: url("www.shop.test", "/sale/", { scheme: "https" }) },
      ],
    ],
  },
  {
    name: "story-old-shop",
    title: "a shop that moved and left a meta refresh behind",
    async run({ lab, page }) {
      await page.goto(lab.url("other.test", "/old-shop"));
      await page.waitForFunction(() => location.pathname === "/new-shop");
    },
    expected: ({ url }) => [
      [
        { ...get, status: "Meta refresh", seo: "Permanent", url: url("other.test", "/old-shop") },
        { ...end, url: url("shop.test", "/new-shop") },
      ],
    ],
  },
];

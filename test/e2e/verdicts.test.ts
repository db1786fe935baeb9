/** The panel's verdicts about six scenarios: for debugging a form, and for auditing a site. */
import { expect, test } from "vitest";
import { allScenarios } from "../../lab/scenarios/all-scenarios.ts";
import { chainRow } from "../../scripts/browsers/panel-page.ts";
import { clearLog, expectChains } from "./panel-rows.ts";
import { browserName, useBrowser } from "./session.ts";

const e2e = useBrowser();

interface Said {
  readonly form?: string;
  readonly search: string;
  /** Notes below the sentence about search. */
  readonly notes: readonly string[];
  /** Absent when a form started the chain; "same" when a crawler sees what the browser saw. */
  readonly crawler?: "same" | readonly string[];
  /** Numbers of the hops that a crawler would not send. Absent: none. */
  readonly formHops?: readonly number[];
  /** The headline of the chain, or its summary. */
  readonly first?: string;
}

const disputed =
  "Disputed: one Google page calls a temporary redirect a weak signal for its target, a newer one says that it isn't a signal.";
const askedWithGet = "Crawlers don't submit forms. This applies if the server responds to a GET in the same way.";
const othersTemporary =
  "Bing recommends a 302 only for less than two days. Yandex may list the shorter of two URLs on one host.";

test.each([
  [
    "story-checkout",
    {
      form: "✕ The body was lost at hop 1: the browser followed with a GET without it. The response was 405: that URL doesn't accept GET.",
      search:
        "Mixed: because of the temporary redirect at hop 1, Google keeps the old URL, SHOP/checkout; the permanent ones are signals to list their targets.",
      notes: [disputed, askedWithGet, "The chain ends with 405: there is no page to list."],
      formHops: [1],
      first:
        "302 turned the POST into a GET at hop 1, and /thanks responded with 405. If nothing handled the POST before, send it to /thanks, or respond with 307 or 308.",
    },
  ],
  [
    "story-subscribe",
    {
      form: "✓ Hop 1 responded to the POST and redirected the browser to another URL with GET (Post/Redirect/Get). The response was 200.",
      search: "Temporary: search engines keep listing SHOP/subscribe.",
      notes: [disputed, askedWithGet, othersTemporary],
      formHops: [1],
      first: "1 redirect · temporary · 2 notes",
    },
  ],
  [
    "story-account",
    {
      search: "Not seen by search engines: your browser made the redirect by itself.",
      notes: [],
      crawler: ["hidden (HSTS) SECURE/account", "200 SECURES/account", "curl --head SECURE/account"],
      first: "1 redirect · no meaning for search engines · 1 note",
    },
  ],
  [
    "story-sale",
    {
      search:
        "Mixed: because of the temporary redirect at hop 2, Google keeps the old URL, SHOPS/sale; the permanent ones are signals to list their targets.",
      notes: [disputed],
      crawler: "same",
      first: "A crawler sees 3 redirects here. Redirect each older URL directly to WWWS/sale/.",
    },
  ],
  [
    "story-old-shop",
    {
      search: "Permanent: a signal to list the target, SHOP/new-shop.",
      notes: ["Yandex treats a short meta refresh as temporary."],
      crawler: "same",
      first: "1 redirect · permanent · 1 note",
    },
  ],
  [
    "ping-pong",
    {
      search: "Never ends: there is no page to list.",
      notes: [],
      crawler: "same",
      first: "Redirect loop at hop 1",
    },
  ],
] satisfies [string, Said][])("%s", async (name, said: Said) => {
  const { lab, panel } = e2e;
  const scenario = allScenarios.find((one) => one.name === name);
  if (scenario === undefined) throw new Error(`No scenario ${name}`);
  await clearLog(panel);
  await scenario.run(e2e);
  await expectChains(panel, scenario.expected(lab, browserName));
  await panel.click(chainRow());
  await panel.waitFor(() => document.querySelector(".search-verdict, .crawler") !== null);
  const origins = {
    WWWS: lab.url("www.shop.test", "", { scheme: "https" }),
    SHOPS: lab.url("shop.test", "", { scheme: "https" }),
    SHOP: lab.url("shop.test", ""),
    SECURES: lab.url("secure.test", "", { scheme: "https" }),
    SECURE: lab.url("secure.test", ""),
  };
  const shown: Said = await panel.evaluate(verdictsInDocument);
  let words = JSON.stringify(shown);
  for (const [mark, origin] of Object.entries(origins)) words = words.replaceAll(origin, mark);
  expect(JSON.parse(words)).toEqual(said);
});

/** Runs in the panel. */
function verdictsInDocument() {
  const words = (element: Element | null | undefined) => (element?.textContent ?? "").trim().replaceAll(/\s+/g, " ");
  const sentences = (selector: string) => [...document.querySelectorAll(`${selector} p`)].map(words);
  const search = sentences(".search-verdict");
  const form = sentences(".form-verdict");
  const headings = [...document.querySelectorAll(".explain h2")];
  const crawler = headings.find((heading) => words(heading) === "As a crawler sees it")?.parentElement;
  const steps = [...(crawler?.querySelectorAll("li, .command code") ?? [])].map(words);
  const hops = [...document.querySelectorAll(".explain .facts")];
  const formHops = hops.flatMap((hop, index) => (words(hop).endsWith("a GET in the same way.") ? [index + 1] : []));
  const conclusion = document.querySelector(".row.chain .headline .reveal");
  const summary = [...document.querySelectorAll(".row.chain .chain-summary > *")].map(words).join(" · ");
  return {
    ...(form[0] !== undefined && { form: form[0] }),
    search: search[0] ?? "",
    notes: search.slice(1),
    ...(crawler !== undefined && crawler !== null && { crawler: steps.length === 0 ? ("same" as const) : steps }),
    ...(formHops.length > 0 && { formHops }),
    first: conclusion === null ? summary : words(conclusion).replace(/^(?:Error|Warning): /, ""),
  };
}

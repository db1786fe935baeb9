/** The panel's verdicts about five scenarios: for debugging a form, and for auditing a site. */
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
  /** The first finding named in the chain's row. */
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
        "Mixed: the temporary redirect at hop 1 asks to keep listing SHOP/checkout, the permanent ones to list their targets.",
      notes: [disputed, askedWithGet, "The chain ends with 405: there is no page to list."],
      formHops: [1],
      first: "Refused after redirect at hop 1",
    },
  ],
  [
    "story-subscribe",
    {
      form: "✓ Hop 1 responded to the POST and redirected the browser to another URL with GET (Post/Redirect/Get). The response was 200.",
      search: "Temporary: search engines keep listing SHOP/subscribe.",
      notes: [disputed, askedWithGet, othersTemporary],
      formHops: [1],
      first: "Body lost at hop 1",
    },
  ],
  [
    "story-account",
    {
      search: "No meaning for search engines: your browser made the redirect by itself.",
      notes: [],
      crawler: ["hidden (HSTS) SECURE/account", "200 SECURES/account", "curl --head SECURE/account"],
      first: "Made by the browser at hop 1",
    },
  ],
  [
    "story-sale",
    {
      search:
        "Mixed: the temporary redirect at hop 2 asks to keep listing SHOPS/sale, the permanent ones to list their targets.",
      notes: [disputed],
      crawler: "same",
      first: "Long chain",
    },
  ],
  [
    "story-old-shop",
    {
      search: "Permanent: a signal to list the target, SHOP/new-shop.",
      notes: ["Yandex treats a short meta refresh as temporary."],
      crawler: "same",
      first: "Client redirect at hop 1",
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
  await panel.waitFor(() => document.querySelector(".verdicts, .crawler") !== null);
  const origins = {
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
  const [...answers] = document.querySelectorAll(".verdicts dd");
  const [search, form] = answers.toReversed().map((answer) => [...answer.querySelectorAll("p")].map(words));
  const headings = [...document.querySelectorAll(".explain h2")];
  const crawler = headings.find((heading) => words(heading) === "As a crawler sees it")?.parentElement;
  const steps = [...(crawler?.querySelectorAll("li, .command code") ?? [])].map(words);
  const hops = [...document.querySelectorAll(".explain section:not(.verdicts) .facts")];
  const formHops = hops.flatMap((hop, index) => (words(hop).endsWith("a GET in the same way.") ? [index + 1] : []));
  const badge = document.querySelector(".row.chain .finding");
  return {
    ...(form !== undefined && { form: form[0] ?? "" }),
    search: search?.[0] ?? "",
    notes: search?.slice(1) ?? [],
    ...(crawler !== undefined && crawler !== null && { crawler: steps.length === 0 ? ("same" as const) : steps }),
    ...(formHops.length > 0 && { formHops }),
    first: words(badge)
      .replace(/^\S+ (?:Error|Warning|Note): ?/, "")
      .replace(/^(?:✕|⚠|i)(?:Error|Warning|Note): /, ""),
  };
}

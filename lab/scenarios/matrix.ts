/** Six methods through five redirect statuses, by fetch() on one origin. */
import type { Scenario, ExpectedHop } from "./scenario.ts";
import { fetchHere } from "./scenario.ts";

const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"] as const;
type Method = (typeof methods)[number];

const withBody: ReadonlySet<Method> = new Set(["POST", "PUT", "PATCH", "DELETE"]);

/** Chromium 156 reports only the bodies of POST and PUT to extensions. */
const unseenInChromium: ReadonlySet<Method> = new Set(["PATCH", "DELETE"]);

/** The method after the redirect, written out from the Fetch standard's table rather than computed. */
const followedMethods: Readonly<Record<number, readonly Method[]>> = {
  301: ["GET", "HEAD", "GET", "PUT", "PATCH", "DELETE"],
  302: ["GET", "HEAD", "GET", "PUT", "PATCH", "DELETE"],
  303: ["GET", "HEAD", "GET", "GET", "GET", "GET"],
  307: ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"],
  308: ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"],
};

const meanings = { 301: "Permanent", 302: "Temporary", 303: "Temporary", 307: "Temporary", 308: "Permanent" } as const;

export const matrixScenarios: readonly Scenario[] = ([301, 302, 303, 307, 308] as const).map((status) => ({
  name: `matrix-${status}`,
  title: `${methods.join(", ")} through ${status}`,
  async run({ page, lab }) {
    await page.goto(lab.url("shop.test", "/fetch"));
    for (const method of methods) {
      const init = withBody.has(method) ? { method, body: JSON.stringify({ answer: 42 }), headers: json } : { method };
      await fetchHere(page, lab.url("shop.test", path(status, method)), init);
    }
  },
  expected: (lab, browserName) =>
    methods.map((method, index) => {
      const followed = followedMethods[status]?.[index] ?? method;
      const isUnseen = browserName === "chromium" && unseenInChromium.has(method);
      const isKept = followed === method;
      const first: ExpectedHop = {
        status: String(status),
        method: `${method} → ${followed}`,
        body: !withBody.has(method) ? "none" : isUnseen ? "unknown" : isKept ? "sent → kept" : "sent → lost",
        seo: meanings[status],
        url: lab.url("shop.test", path(status, method)),
      };
      const last: ExpectedHop = {
        status: "200",
        method: followed,
        body: !withBody.has(method) || !isKept ? "none" : isUnseen ? "unknown" : "sent",
        seo: "—",
        url: lab.url("shop.test", `/page?after=${method}`),
      };
      return [first, last];
    }),
}));

const json = { "Content-Type": "application/json" };

function path(status: number, method: Method): string {
  return `/redirect?status=${status}&to=${encodeURIComponent(`/page?after=${method}`)}`;
}

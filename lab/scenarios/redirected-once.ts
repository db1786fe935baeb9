/** Scenarios that differ in the initiator: one 301, requested by an element, a worker, a style sheet or the browser. */
import { received, type ExpectedHop, type Scenario, type TestContext } from "./scenario.ts";

export function redirectedOnce(
  kind: string,
  title: string,
  run: (context: TestContext, url: string) => Promise<unknown>,
  differences: Pick<Partial<Scenario>, "expected" | "shownIn"> = {},
): Scenario {
  return {
    name: `resource-${kind}`,
    title,
    run: async (context) => {
      await run(context, context.lab.url("shop.test", redirectTo(kind)));
      await received(context, target(kind));
    },
    expected: ({ url }) => {
      const first: ExpectedHop = {
        status: "301",
        method: "GET → GET",
        body: "none",
        seo: "Permanent",
        url: url("shop.test", redirectTo(kind)),
      };
      return [[first, { status: "200", method: "GET", body: "none", seo: "—", url: url("shop.test", target(kind)) }]];
    },
    ...differences,
  };
}

/** An empty response: Chromium may abort a longer one that is not an image, and then the request fails. */
export function target(kind: string): string {
  return `/page?${kind}&body=`;
}

export function redirectTo(kind: string): string {
  return `/redirect?status=301&to=${encodeURIComponent(target(kind))}`;
}

/** Responses that look like redirects but are not, and redirects that the browser rejects. */
import { fetchInPage, received, type ExpectedHop, type Scenario } from "./scenario.ts";

const hop = { method: "GET", body: "none" } as const;

/** A 3xx status that browsers do not follow, whatever its Location. */
const otherStatuses = [300, 304, 305, 306].map((status) =>
  visitOnce(`not-a-redirect-${status}`, `${status} with a Location`, `/redirect?status=${status}&to=/page`, {
    status: String(status),
    seo: "—",
  }),
);

const withoutLocation = visitOnce("missing-location", "302 without a Location", "/redirect?status=302&no-location=1", {
  status: "302",
  seo: "—",
});

/** Rejected: the details show the status and the Location, and the hop has failed. */
const refusedLocations = (
  [
    ["unparsable", "http://"],
    ["data", "data:text/html,hello"],
  ] as const
).map(([name, location]) =>
  visitOnce(`location-${name}`, `302 to ${location}`, `/redirect?status=302&to=${encodeURIComponent(location)}`, {
    status: "Failed",
    seo: "—",
  }),
);

/** Reported as a redirect without any later event: the browser may open another program. */
const toCustomScheme = visitOnce("location-custom-scheme", "302 to foo:bar", "/redirect?status=302&to=foo:bar", {
  status: "302",
  seo: "Temporary",
});

const toScript: Scenario = {
  ...visitOnce("location-javascript", "302 to javascript:", "/redirect?status=302&to=javascript:alert(1)", {
    status: "302",
    seo: "Temporary",
  }),
  // Chromium 156 reports the redirect and then aborts; Firefox 153 rejects the response.
  expected: ({ url }, browserName) => [
    [
      {
        ...hop,
        ...(browserName === "chromium" ? { status: "302", seo: "Temporary" } : { status: "Failed", seo: "—" }),
        url: url("shop.test", "/redirect?status=302&to=javascript:alert(1)"),
      },
    ],
  ],
};

/** Subresources never open a program: their redirect to a custom scheme is a network error (Fetch). */
const loadedFromElsewhere = (["fetch", "image", "frame"] as const).map((kind): Scenario => {
  const path = `/redirect?status=302&to=foo:${kind}`;
  return {
    name: `location-custom-scheme-${kind}`,
    title: `302 to foo:bar, requested by ${kind === "fetch" ? "fetch()" : `the page's ${kind}`}`,
    async run(context) {
      if (kind === "fetch") return fetchInPage(context, context.lab.url("shop.test", path));
      await context.visit(context.lab.url("shop.test", "/fetch"));
      await context.page.evaluate(
        (markup) => {
          document.body.innerHTML = markup;
        },
        `<${kind === "image" ? "img" : "iframe"} src="${path}">`,
      );
      return received(context, path);
    },
    expected: ({ url }) => [[{ ...hop, status: "302", seo: "Temporary", url: url("shop.test", path) }]],
  };
});

export const unfollowedScenarios: readonly Scenario[] = [
  ...otherStatuses,
  withoutLocation,
  ...loadedFromElsewhere,
  ...refusedLocations,
  toCustomScheme,
  toScript,
];

function visitOnce(name: string, title: string, path: string, seen: Pick<ExpectedHop, "status" | "seo">): Scenario {
  return {
    name,
    title,
    run: ({ lab, visit }) => visit(lab.url("shop.test", path)),
    expected: ({ url }) => [[{ ...hop, ...seen, url: url("shop.test", path) }]],
  };
}

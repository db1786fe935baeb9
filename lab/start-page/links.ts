/** The start page's links: each redirect status, chains, other origins and schemes, HSTS, a loop. */
import type { RouteContext } from "../route.ts";
import { type Item, labPath } from "./item-list.ts";

const statusItems: readonly Item[] = (
  [
    [301, "Permanent: a search engine moves to the new URL."],
    [302, "Temporary: a search engine keeps the old URL."],
    [303, "Temporary, and always fetched with GET."],
    [307, "Temporary, as 302, but a POST would stay a POST."],
    [308, "Permanent, as 301, but a POST would stay a POST."],
  ] as const
).map(([status, lookFor]) => ({
  label: `One ${status}`,
  href: labPath("/redirect", { status, to: "/page" }),
  statuses: `${status} → 200`,
  lookFor,
}));

function redirectTo(status: number, to: string): string {
  return labPath("/redirect", { status, to });
}

export function linkItems({ url }: RouteContext): Item[] {
  return [
    ...statusItems,
    {
      label: "A chain of three",
      href: labPath("/chain", { hops: "301,301,308", to: "/page" }),
      statuses: "301 → 301 → 308 → 200",
      lookFor: "Three hops where one is enough: all permanent, so the chain is permanent.",
    },
    {
      label: "Permanent and temporary mixed",
      href: labPath("/chain", { hops: "301,302,308", to: "/page" }),
      statuses: "301 → 302 → 308 → 200",
      lookFor: "One temporary hop in the middle makes the chain mixed.",
    },
    {
      label: "To another site",
      href: url("shop.test", redirectTo(301, url("other.test", "/page"))),
      statuses: "301 → 200",
      lookFor: "The host changes from shop.test to other.test.",
    },
    {
      label: "To another port",
      href: url("shop.test", redirectTo(302, url("shop.test", "/page", { at: "otherPort" }))),
      statuses: "302 → 200",
      lookFor: "Same host and scheme, but another origin.",
    },
    {
      label: "From http to https",
      href: url("shop.test", redirectTo(301, url("shop.test", "/page", { scheme: "https" }))),
      statuses: "301 → 200",
      lookFor: "The server itself sends the upgrade, so it counts for search engines.",
    },
    {
      label: "HSTS, first: visit over https",
      href: url("secure.test", "/page?title=Now+use+the+http+link", { scheme: "https" }),
      statuses: "200",
      lookFor: "No redirect; the browser keeps the response's Strict-Transport-Security for ten minutes.",
    },
    {
      label: "HSTS, then: the same host over http",
      href: url("secure.test", "/page"),
      statuses: "internal → 200",
      lookFor: "An internal redirect made by the browser: the lab's log has no http request.",
    },
    {
      label: "HSTS preloaded",
      href: url("preloaded.dev", "/page"),
      statuses: "internal → 200",
      lookFor: "Upgraded at the first visit, because the browsers' preload list contains .dev.",
    },
    {
      label: "A loop",
      href: "/loop?status=302",
      statuses: "302 → 302 → …",
      lookFor: "Twenty redirects to the same URL, until the browser stops.",
    },
  ];
}

/** The start page's near misses: responses with a 3xx status or a Location that no browser follows. */
import { type Item, labPath } from "./item-list.ts";

export function notRedirectItems(): Item[] {
  return [
    {
      label: "304 with a Location",
      href: labPath("/redirect", { status: 304, to: "/page" }),
      statuses: "304",
      lookFor: "No hop: 304 is about caches, and its Location has no meaning.",
    },
    {
      label: "300 with a Location",
      href: labPath("/redirect", { status: 300, to: "/page" }),
      statuses: "300",
      lookFor: "No hop: the choice is left to the user, and the page is shown.",
    },
    {
      label: "302 without a Location",
      href: labPath("/redirect", { status: 302, "no-location": 1 }),
      statuses: "302",
      lookFor: "No hop, because there is no target, and a finding about it.",
    },
    {
      label: "Location: http://",
      href: labPath("/redirect", { status: 302, to: "http://" }),
      statuses: "302",
      lookFor: "The browser fails, because this is not a URL; the panel still shows the status and the Location.",
    },
    {
      label: "Location: data:",
      href: labPath("/redirect", { status: 302, to: "data:text/html,<p>hello" }),
      statuses: "302",
      lookFor: "The browser refuses: a redirect must not lead to a data: URL.",
    },
    {
      label: "200 with a Location",
      href: labPath("/page", { header: "Location:/elsewhere" }),
      statuses: "200",
      lookFor: "No hop: without a 3xx status, Location does not redirect.",
    },
  ];
}

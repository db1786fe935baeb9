/** The start page's client redirects: pages with status 200 that then navigate on. */
import { type Item, labPath } from "./item-list.ts";

const to = "/page";

export function clientRedirectItems(): Item[] {
  return [
    {
      label: "Meta refresh at once",
      href: labPath("/meta-refresh", { delay: 0, to }),
      statuses: "200 ⇢ 200",
      lookFor: "A client redirect that search engines treat as permanent.",
    },
    {
      label: "Meta refresh after two seconds",
      href: labPath("/meta-refresh", { delay: 2, to }),
      statuses: "200 ⇢ 200",
      lookFor: "The panel shows the delay, which makes this one temporary.",
    },
    {
      label: "Refresh header",
      href: labPath("/refresh-header", { delay: 0, to }),
      statuses: "200 ⇢ 200",
      lookFor: "The panel recognises it by the response header.",
    },
    {
      label: "Script while loading",
      href: labPath("/script-redirect", { when: "load", how: "replace", to }),
      statuses: "200 ⇢ 200",
      lookFor: "A script redirect; the first page is not in the history.",
    },
    {
      label: "Script after loading",
      href: labPath("/script-redirect", { when: "later", how: "href", to }),
      statuses: "200 ⇢ 200",
      lookFor: "Still a script redirect, not a clicked link.",
    },
    {
      label: "Form sent by script",
      href: labPath("/script-submit", { to: "/redirect?status=307&to=/page" }),
      statuses: "200 ⇢ 307 → 200",
      lookFor: "A client redirect with POST, followed by a 307 that keeps the POST.",
    },
  ];
}

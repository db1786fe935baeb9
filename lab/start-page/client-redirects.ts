/** The start page's client redirects: pages that answer 200 and then send the browser on. */
import { type Item, labPath } from "./item-list.ts";

const to = "/page";

export function clientRedirectItems(): Item[] {
  return [
    {
      label: "Meta refresh at once",
      href: labPath("/meta-refresh", { delay: 0, to }),
      statuses: "200 ⇢ 200",
      lookFor: "A client redirect that search engines take for a permanent one.",
    },
    {
      label: "Meta refresh after two seconds",
      href: labPath("/meta-refresh", { delay: 2, to }),
      statuses: "200 ⇢ 200",
      lookFor: "The delay is told, and it makes this one temporary.",
    },
    {
      label: "Refresh header",
      href: labPath("/refresh-header", { delay: 0, to }),
      statuses: "200 ⇢ 200",
      lookFor: "Told from a meta element by the response header.",
    },
    {
      label: "Script while loading",
      href: labPath("/script-redirect", { when: "load", how: "replace", to }),
      statuses: "200 ⇢ 200",
      lookFor: "A script redirect; the first page leaves no entry in the history.",
    },
    {
      label: "Script after loading",
      href: labPath("/script-redirect", { when: "later", how: "href", to }),
      statuses: "200 ⇢ 200",
      lookFor: "Still a script redirect, and not a link that somebody clicked.",
    },
    {
      label: "Form sent by script",
      href: labPath("/script-submit", { to: "/redirect?status=307&to=/page" }),
      statuses: "200 ⇢ 307 → 200",
      lookFor: "A client redirect with POST, followed by a 307 that keeps the POST.",
    },
  ];
}

/** The start page's items: a link, the expected statuses, and a sentence. */
import { type Html, html } from "../html.ts";
import { Query } from "../query.ts";

export interface Item {
  readonly label: string;
  readonly href: string;
  /** The statuses the server sends, in order, such as "301 → 200". */
  readonly statuses: string;
  readonly lookFor: string;
}

export function itemList(items: readonly Item[]): Html {
  return html`<ul class="items">
    ${items.map(
      (item) =>
        html`<li>
          <p class="head"><a href="${item.href}">${item.label}</a> <span class="statuses">${item.statuses}</span></p>
          <p class="look-for">${item.lookFor}</p>
        </li>`,
    )}
  </ul>`;
}

/** A lab URL with its parameters encoded. */
export function labPath(path: string, parameters: Record<string, string | number>): string {
  return `${path}?${Query.from(parameters).toString()}`;
}

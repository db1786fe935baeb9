/** Names an element of the panel as assistive technology does, by role and accessible name, and finds it there. */

export interface ByRole {
  readonly role: string;
  /** The accessible name, or its beginning up to a space. */
  readonly name?: string;
  /** A regular expression for the accessible name. */
  readonly namePattern?: string;
  /** Of rows: 1 for a chain, 2 for a hop (`aria-level`). */
  readonly level?: number;
  /** Of cells: the text of the column's heading. */
  readonly column?: string;
  /** Which of those that match: 0 is the first, -1 the last. Default 0. */
  readonly index?: number;
  readonly within?: Target;
}

/** A string is a CSS selector, for what has no role. */
export type Target = string | ByRole;

/** Runs in the panel, sent as source. Gives the label for a checkbox or radio button: that is what users click. */
export function findTarget(wanted: Target): Element | undefined {
  return find(wanted);

  function find(target: Target): Element | undefined {
    if (typeof target === "string") return document.querySelector(target) ?? undefined;
    const scope = target.within === undefined ? document.body : find(target.within);
    const all = [...(scope?.querySelectorAll(selectorOf(target.role)) ?? [])].filter(isShown);
    const ofLevel = target.level === undefined ? all : all.filter((one) => one.ariaLevel === String(target.level));
    const ofColumn = target.column === undefined ? ofLevel : ofLevel.slice(columnAt(target.column)).slice(0, 1);
    const named = target.name === undefined ? ofColumn : withName(ofColumn, target.name);
    const pattern = new RegExp(target.namePattern ?? "");
    const matching = named.filter((one) => target.namePattern === undefined || pattern.test(nameOf(one)));
    const element = matching.at(target.index ?? 0);
    return element instanceof HTMLInputElement ? (element.labels?.[0] ?? element) : element;
  }

  function selectorOf(role: string): string {
    const implicit: Readonly<Record<string, string>> = {
      button: "button:not([role])",
      link: "a[href]:not([role])",
      checkbox: "input[type=checkbox]",
      radio: "input[type=radio]",
      combobox: "select",
      menuitem: '[role="menuitemradio"], [role="menuitemcheckbox"]',
      heading: "h1, h2, h3",
    };
    return [`[role="${role}"]`, ...(implicit[role] === undefined ? [] : [implicit[role]])].join(", ");
  }

  function isShown(element: Element): boolean {
    const box = element.getBoundingClientRect();
    return box.width > 0 && box.height > 0;
  }

  function withName(elements: readonly Element[], name: string): readonly Element[] {
    const exact = elements.filter((element) => nameOf(element) === name);
    return exact.length > 0 ? exact : elements.filter((element) => nameOf(element).startsWith(`${name} `));
  }

  /** Enough of https://www.w3.org/TR/accname-1.2/ for this panel. */
  function nameOf(element: Element): string {
    if (element.ariaLabel !== null && element.ariaLabel !== "") return element.ariaLabel;
    const named = element instanceof HTMLInputElement ? (element.labels?.[0] ?? element) : element;
    const copy = named.cloneNode(true) as Element;
    for (const hidden of copy.querySelectorAll('[aria-hidden="true"]')) hidden.remove();
    return copy.textContent.trim().replaceAll(/\s+/g, " ");
  }

  function columnAt(heading: string): number {
    const headings = [...document.querySelectorAll('[role="columnheader"]')];
    const at = headings.findIndex(({ textContent }) => textContent.trim() === heading);
    if (at < 0) throw new Error(`The list has no column "${heading}".`);
    return at;
  }
}

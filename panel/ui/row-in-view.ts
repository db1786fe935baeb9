/** Scrolls rows of the list into view, if possible together with the heading of their chain. Only the list scrolls. */

/** Selects nothing and opens nothing. Moves the focus to the row unless it is outside of the list. */
export function showSelectedRow(): void {
  const row = document.querySelector<HTMLElement>('.list [aria-selected="true"]');
  const list = row?.closest<HTMLElement>(".list");
  if (row == null || list == null) return;
  const { activeElement, body } = document;
  if (activeElement === body || list.contains(activeElement)) row.focus({ preventScroll: true });
  scrollToRow(row, list);
}

export function scrollToRow(row: Element, list: HTMLElement): void {
  const maxTop = maxScrollTop(row, list);
  const { bottom } = row.getBoundingClientRect();
  const minTop = bottom - list.getBoundingClientRect().top + list.scrollTop - list.clientHeight;
  list.scrollTop = Math.min(maxTop, Math.max(minTop, list.scrollTop));
}

/** How far the list may scroll down with this row, and the heading of its chain if both fit, below the sticky header. */
export function maxScrollTop(row: Element, list: HTMLElement): number {
  const { top, bottom } = row.getBoundingClientRect();
  const headingTop = row.closest("[data-item-id]")?.getBoundingClientRect().top ?? top;
  const head = headHeight(list);
  const doBothFit = bottom - headingTop <= list.clientHeight - head;
  return (doBothFit ? headingTop : top) - list.getBoundingClientRect().top + list.scrollTop - head;
}

export function headHeight(list: HTMLElement): number {
  return list.querySelector<HTMLElement>(".head")?.offsetHeight ?? 0;
}

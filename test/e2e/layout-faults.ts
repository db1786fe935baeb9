/** What is wrong with the panel's layout as it is now: texts cut without a sign of it, out of the window, or over each other. */
import type { PanelHandle } from "../../scripts/browsers/browser-session.ts";

export async function layoutFaults(panel: PanelHandle): Promise<string[]> {
  return panel.evaluate(faultsInDocument);
}

/** Runs in the panel. */
async function faultsInDocument(): Promise<string[]> {
  // What comes into sight, and a picture whose place has another size, is drawn with the next frame.
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const faults: string[] = [];
  const nameOf = (element: Element | null) =>
    `<${element?.localName ?? ""} class="${element?.getAttribute("class") ?? ""}"> ${element?.textContent.slice(0, 60) ?? ""}`;
  const isHidden = (element: Element) =>
    element.closest("[hidden]") !== null ||
    isForScreenReaders(element) ||
    !element.checkVisibility({ visibilityProperty: true });
  const isForScreenReaders = (element: Element | null): boolean =>
    element !== null &&
    (getComputedStyle(element).clipPath === "inset(50%)" || isForScreenReaders(element.parentElement));

  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) faults.push(`The page is ${scrollWidth - clientWidth} px too wide`);

  /** What is seen of a box: less what its ancestors cut off. */
  function seen(rect: DOMRect, from: Element) {
    let { left, top, right, bottom } = rect;
    for (let at: Element | null = from; at !== null; at = at.parentElement) {
      const { overflowX, overflowY, position } = getComputedStyle(at);
      const box = at.getBoundingClientRect();
      if (overflowX !== "visible") [left, right] = [Math.max(left, box.left), Math.min(right, box.right)];
      if (overflowY !== "visible") [top, bottom] = [Math.max(top, box.top), Math.min(bottom, box.bottom)];
      if (position === "fixed") break;
    }
    return { left, top, right, bottom };
  }

  const layer = (element: Element) => element.closest('[role="menu"], dialog, .head-group');
  const texts: { element: Element; left: number; top: number; right: number; bottom: number }[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    if (element === null || node.textContent?.trim() === "" || isHidden(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    // Firefox takes the range for the whole line in an SVG.
    const rects = element instanceof SVGElement ? [element.getBoundingClientRect()] : range.getClientRects();
    for (const rect of rects) {
      const box = seen(rect, element);
      if (box.right - box.left < 1 || box.bottom - box.top < 1) continue;
      if (rect.width > 0 && box.right > innerWidth + 1) faults.push(`Out of the window: ${nameOf(element)}`);
      texts.push({ element, ...box });
    }
  }

  for (const element of document.querySelectorAll("*")) {
    if (isHidden(element) || !(element instanceof HTMLElement)) continue;
    const { overflowX, overflowY, textOverflow } = getComputedStyle(element);
    const isCutAcross =
      overflowX !== "visible" && overflowX !== "auto" && element.scrollWidth > element.clientWidth + 1;
    if (isCutAcross && textOverflow !== "ellipsis") faults.push(`Cut without a sign: ${nameOf(element)}`);
    const isCutDown = overflowY === "hidden" && element.scrollHeight > element.clientHeight + 1;
    if (isCutDown && !element.matches(".app")) faults.push(`Cut at its foot: ${nameOf(element)}`);
    if (overflowX === "auto" && element.scrollWidth > element.clientWidth + 1) {
      faults.push(`Scrolls sideways: ${nameOf(element)}`);
    }
  }

  for (const [index, a] of texts.entries()) {
    for (const b of texts.slice(index + 1)) {
      const isOver =
        Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 &&
        Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4;
      // A text that ends in an ellipsis has two boxes.
      if (isOver && a.element !== b.element && layer(a.element) === layer(b.element)) {
        faults.push(`Over each other: ${nameOf(a.element)} and ${nameOf(b.element)}`);
      }
    }
  }
  return [...new Set(faults)];
}

/**
 * Finds faults in the panel's current layout: texts cut without an ellipsis, outside the window, or over each other;
 * and cells of the list, except the URL's, that do not show all of their text in whole words.
 */
import type { PanelHandle } from "../../scripts/browsers/browser-session.ts";

/** `clicked` is clicked first, if given; it must exist. */
export async function layoutFaults(panel: PanelHandle, clicked?: string): Promise<string[]> {
  return panel.evaluate(faultsInDocument, clicked ?? "");
}

/** Runs in the panel. */
async function faultsInDocument(clicked: string): Promise<string[]> {
  interface Box {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  }
  /** Memoised, because it is called for each text of an element. */
  function once<Answer>(ask: (element: Element) => Answer): (element: Element) => Answer {
    const known = new Map<Element, Answer>();
    return (element) => {
      if (!known.has(element)) known.set(element, ask(element));
      return known.get(element) as Answer;
    };
  }

  if (clicked !== "") document.querySelector<HTMLElement>(clicked)?.click();
  // New rows, and a picture whose container was resized, are rendered with the next frame.
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const faults: string[] = [];
  const nameOf = (element: Element | null) =>
    `<${element?.localName ?? ""} class="${element?.getAttribute("class") ?? ""}"> ${element?.textContent.slice(0, 60) ?? ""}`;
  const styleOf = once((element) => {
    const { clipPath, display, overflowX, overflowY, position, textOverflow } = getComputedStyle(element);
    return { clipPath, display, overflowX, overflowY, position, textOverflow };
  });
  const isHidden = once(
    (element): boolean =>
      (element.parentElement !== null && isHidden(element.parentElement)) ||
      element.hasAttribute("hidden") ||
      !element.checkVisibility({ visibilityProperty: true }) ||
      // For screen readers only.
      styleOf(element).clipPath === "inset(50%)",
  );
  const whole: Box = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };
  /** The visible area of an element's texts, clipped by its ancestors. */
  const sightOf = once((element): Box => {
    const { overflowX, overflowY, position } = styleOf(element);
    const parent = position === "fixed" ? null : element.parentElement;
    const sight = parent === null ? whole : sightOf(parent);
    return overflowX === "visible" && overflowY === "visible"
      ? sight
      : within(element.getBoundingClientRect(), sight, overflowX !== "visible", overflowY !== "visible");
  });
  function within(box: Box, { left, top, right, bottom }: Box, across = true, down = true): Box {
    const [x, y] = [across ? box : whole, down ? box : whole];
    return {
      left: Math.max(left, x.left),
      top: Math.max(top, y.top),
      right: Math.min(right, x.right),
      bottom: Math.min(bottom, y.bottom),
    };
  }

  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) faults.push(`The page is ${scrollWidth - clientWidth} px too wide`);

  const layerOf = once((element) => element.closest('[role="menu"], dialog, .head-group'));
  const texts: (Box & { readonly element: Element })[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    if (element === null || node.textContent?.trim() === "" || isHidden(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    // In an SVG, Firefox returns the whole line for the range.
    const rects = element instanceof SVGElement ? [element.getBoundingClientRect()] : range.getClientRects();
    for (const rect of rects) {
      const box = within(rect, sightOf(element));
      if (box.right - box.left < 1 || box.bottom - box.top < 1) continue;
      if (rect.width > 0 && box.right > innerWidth + 1) faults.push(`Out of the window: ${nameOf(element)}`);
      texts.push({ element, ...box });
    }
  }

  for (const element of document.querySelectorAll("*")) {
    if (!(element instanceof HTMLElement) || isHidden(element)) continue;
    const { display, overflowX, overflowY, textOverflow } = styleOf(element);
    const isTooWide = element.scrollWidth > element.clientWidth + 1;
    const isCutAcross = overflowX !== "visible" && overflowX !== "auto" && isTooWide;
    if (isCutAcross && textOverflow !== "ellipsis") faults.push(`Cut without a sign: ${nameOf(element)}`);
    const isCutDown = overflowY === "hidden" && element.scrollHeight > element.clientHeight + 1;
    if (isCutDown && !element.matches(".app")) faults.push(`Cut at its foot: ${nameOf(element)}`);
    if (overflowX === "auto" && isTooWide) faults.push(`Scrolls sideways: ${nameOf(element)}`);
    // A URL may be cut, a word may not. (Inline elements have no width.)
    const cell = display === "inline" ? null : element.closest("[role=gridcell], [role=columnheader]");
    if (
      cell !== null &&
      element.scrollWidth > element.clientWidth &&
      element.closest(".hop [data-column=url], .chain-url") === null
    ) {
      faults.push(`Not all of a cell is seen: ${nameOf(element)}`);
    }
  }

  for (const { element } of texts) {
    const isOfWords = element.closest("[role=gridcell], [role=columnheader]") !== null;
    if (!isOfWords || element.closest(".hop [data-column=url], .chain-url, .code") !== null) continue;
    for (const node of element.childNodes) {
      for (const { 0: word, index } of node.nodeValue?.matchAll(/[\p{L}\p{N}]+/gu) ?? []) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        if (new Set([...range.getClientRects()].map(({ top }) => top)).size > 1) {
          faults.push(`Broken within the word ${word}: ${nameOf(element)}`);
        }
      }
    }
  }

  texts.sort((a, b) => a.top - b.top);
  for (const [index, a] of texts.entries()) {
    for (let at = index + 1; at < texts.length; at += 1) {
      const b = texts[at];
      if (b === undefined || a.bottom - b.top <= 4) break;
      const isOver =
        Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 && Math.min(a.bottom, b.bottom) - b.top > 4;
      // A text that ends in an ellipsis has two boxes.
      if (isOver && a.element !== b.element && layerOf(a.element) === layerOf(b.element)) {
        faults.push(`Over each other: ${nameOf(a.element)} and ${nameOf(b.element)}`);
      }
    }
  }
  return [...new Set(faults)];
}

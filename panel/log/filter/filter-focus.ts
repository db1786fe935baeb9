/** Moves the focus into the filter field and out of it. */

export const filterFieldId = "filter-field";

/** Handles `/` and Ctrl+F (Cmd+F on a Mac). True if the key was one of them. */
export function focusFilterByKey(event: KeyboardEvent): boolean {
  const { key, altKey, ctrlKey, metaKey, shiftKey, target } = event;
  const isMac = /mac/i.test(navigator.platform);
  const isFind = key.toLowerCase() === "f" && !altKey && !shiftKey && (isMac ? metaKey : ctrlKey);
  const isSlash = key === "/" && !altKey && !ctrlKey && !metaKey && !isTextField(target);
  const field = filterField();
  if (field === null || !(isFind || isSlash)) return false;
  field.focus();
  field.select();
  return true;
}

export function focusFilter(): void {
  filterField()?.focus();
}

/** Moves the focus to the list, if there is one. */
export function leaveFilter(): void {
  const row = document.querySelector<HTMLElement>('.list [tabindex="0"]');
  if (row === null) filterField()?.blur();
  else row.focus();
}

function filterField(): HTMLInputElement | null {
  return document.querySelector<HTMLInputElement>(`#${filterFieldId}`);
}

function isTextField(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && !["checkbox", "radio", "file"].includes(target.type);
}

/** Whether a key belongs to a text field rather than to the panel's shortcuts. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches("input:not([type=checkbox]), textarea, [contenteditable]");
}

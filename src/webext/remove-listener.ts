/**
 * Removes a listener. When the extension is reloaded, Firefox 153 can still report closed panels to the old background
 * (no bug filed). Removing a listener then throws an InvalidStateError, and there is nothing left to remove.
 */
export function removeListener<Callback>(
  event: { removeListener(callback: Callback): void },
  callback: Callback,
): void {
  try {
    event.removeListener(callback);
  } catch {
    // This background has ended.
  }
}

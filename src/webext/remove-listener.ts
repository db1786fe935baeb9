/**
 * Removes a listener. A background that Firefox 153 takes down, since the extension is loaded anew, may still be told that
 * its panels are gone: to remove a listener then throws an InvalidStateError, and there is nothing left to remove it from.
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

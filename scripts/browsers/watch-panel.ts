/**
 * Waits inside the panel's document until a condition holds: checked when something has changed there instead of by
 * polling from here. This function is sent into the panel as source.
 */

export interface Watched<T> {
  readonly value: T | undefined;
  /** The last result, for the error message of a timeout. */
  readonly last: string;
}

/** Resolves with a truthy value (or the wanted one, compared as JSON), or without a value on a timeout. */
export async function watchPanel<T>(
  probe: () => T | Promise<T>,
  timeMs: number,
  wanted: string | undefined,
): Promise<Watched<T>> {
  const deadline = performance.now() + timeMs;
  for (;;) {
    const { value, last } = await ask();
    if (value !== undefined || performance.now() > deadline) return { value, last };
    await nextChange();
    await nextFrame();
  }

  async function ask(): Promise<Watched<T>> {
    try {
      const value = await probe();
      const json = JSON.stringify(value);
      const isFulfilled = wanted === undefined ? Boolean(value) : json === wanted;
      return { value: isFulfilled ? value : undefined, last: `Its last value was ${json}.` };
    } catch (error) {
      // Counts as "not yet": the document may still be loading, or the element be missing.
      return { value: undefined, last: `Its last error: ${error instanceof Error ? error.message : String(error)}` };
    }
  }

  /** A change of the document, the focus or the size. Some changes have no event, hence the timeout. */
  function nextChange(): Promise<void> {
    return new Promise((resolve) => {
      const observer = new MutationObserver(done);
      const timer = setTimeout(done, 100);
      const events = ["focusin", "focusout", "resize"] as const;
      function done(): void {
        observer.disconnect();
        clearTimeout(timer);
        for (const name of events) removeEventListener(name, done);
        resolve();
      }
      observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      for (const name of events) addEventListener(name, done);
    });
  }

  /** The first change is rarely the last: wait for what the user sees. A hidden panel renders no frames. */
  function nextFrame(): Promise<void> {
    return new Promise((resolve) => {
      requestAnimationFrame(() => resolve());
      setTimeout(resolve, 50);
    });
  }
}

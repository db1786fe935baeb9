/** What the status bar reports about the user's last action. */
import { signal, type ReadonlySignal } from "@preact/signals";

export interface StatusStore {
  /** What was done, as a sentence. Empty after some seconds. */
  readonly outcome: ReadonlySignal<string>;
  /** Why it failed, as a sentence; "" if it did not. Stays until the next action. */
  readonly failure: ReadonlySignal<string>;
  report(sentence: string): void;
  fail(sentence: string): void;
  clear(): void;
}

const outcomeMs = 5_000;

export function createStatusStore(): StatusStore {
  const outcome = signal("");
  const failure = signal("");
  let timer: ReturnType<typeof setTimeout> | undefined;

  function set(done: string, failed: string) {
    clearTimeout(timer);
    outcome.value = done;
    failure.value = failed;
  }

  return {
    outcome,
    failure,
    report(sentence) {
      set(sentence, "");
      timer = setTimeout(() => set("", ""), outcomeMs);
    },
    fail: (sentence) => set("", sentence),
    clear: () => set("", ""),
  };
}

/** What the status bar reports about the user's last action. */
import { signal, type ReadonlySignal } from "@preact/signals";

export interface StatusStore {
  /** Why it failed, as a sentence; "" if it did not. */
  readonly failure: ReadonlySignal<string>;
  fail(sentence: string): void;
  clear(): void;
}

export function createStatusStore(): StatusStore {
  const failure = signal("");
  return {
    failure,
    fail(sentence) {
      failure.value = sentence;
    },
    clear() {
      failure.value = "";
    },
  };
}

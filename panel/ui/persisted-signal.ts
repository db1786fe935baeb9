/**
 * A signal that keeps its value from one session to the next: how a person likes the panel to look, nothing of what was
 * recorded. In localStorage, because it answers at once: the panel is drawn right the first time.
 */
import { effect, signal, type Signal } from "@preact/signals";

export function persistedSignal<T extends number | string>(
  name: string,
  initial: T,
  isValid: (value: unknown) => value is T,
): Signal<T> {
  const value = signal<T>(read(name, isValid) ?? initial);
  effect(() => {
    const kept = JSON.stringify(value.value);
    try {
      localStorage.setItem(name, kept);
    } catch {
      // Forbidden, or full: it is remembered until the panel closes.
    }
  });
  return value;
}

function read<T>(name: string, isValid: (value: unknown) => value is T): T | undefined {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(name) ?? "null");
    return isValid(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

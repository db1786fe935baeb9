/**
 * A signal that is persisted across sessions, in localStorage (decision D92): only how the panel looks, never recorded
 * data.
 */
import { effect, signal, type Signal } from "@preact/signals";

export function persistedSignal<T extends number | string>(
  name: string,
  initial: T,
  isValid: (value: unknown) => value is T,
): Signal<T> {
  const value = signal<T>(read(name, isValid) ?? initial);
  effect(() => {
    const json = JSON.stringify(value.value);
    try {
      localStorage.setItem(name, json);
    } catch {
      // Blocked or full: the value lasts until the panel closes.
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

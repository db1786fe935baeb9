/**
 * Loads the reference when it is first asked for: a panel that lists redirects does not wait for it. Gives the focus back
 * when it goes.
 */
import { signal } from "@preact/signals";
import { useEffect, useLayoutEffect } from "preact/hooks";
import type { Reference, ReferenceProps } from "./reference.tsx";

const loaded = signal<typeof Reference | undefined>(undefined);

export function LazyReference(props: ReferenceProps) {
  const Loaded = loaded.value;
  useLayoutEffect(() => {
    // Read before the browser takes the focus from what is behind the reference now.
    const before = document.activeElement;
    // And that is in sight again only after this.
    return () => void requestAnimationFrame(() => before instanceof HTMLElement && before.focus());
  }, []);
  useEffect(() => {
    void import("./reference.tsx").then((module) => (loaded.value = module.Reference));
  }, []);
  return Loaded === undefined ? null : <Loaded {...props} />;
}

/** Loads the reference when it is first opened, and restores the focus when it closes. */
import { useLayoutEffect } from "preact/hooks";
import { lazy } from "../ui/lazy.tsx";
import type { ReferenceProps } from "./reference.tsx";

const Reference = lazy<ReferenceProps>(async () => (await import("./reference.tsx")).Reference);

export function LazyReference(props: ReferenceProps) {
  useLayoutEffect(() => {
    // Read before the browser takes the focus away from what the reference covers.
    const before = document.activeElement;
    // It becomes visible again only after this.
    return () => void requestAnimationFrame(() => before instanceof HTMLElement && before.focus());
  }, []);
  return <Reference {...props} />;
}

/**
 * Loads the reference when it is first asked for: a panel that lists redirects does not wait for it. Gives the focus back
 * when it goes.
 */
import { useLayoutEffect } from "preact/hooks";
import { lazy } from "../ui/lazy.tsx";
import type { ReferenceProps } from "./reference.tsx";

const Reference = lazy<ReferenceProps>(async () => (await import("./reference.tsx")).Reference);

export function LazyReference(props: ReferenceProps) {
  useLayoutEffect(() => {
    // Read before the browser takes the focus from what is behind the reference now.
    const before = document.activeElement;
    // And that is in sight again only after this.
    return () => void requestAnimationFrame(() => before instanceof HTMLElement && before.focus());
  }, []);
  return <Reference {...props} />;
}

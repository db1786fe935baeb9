/** Loads the reference when it is first asked for: a panel that lists redirects does not wait for it. */
import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Reference, ReferenceProps } from "./reference.tsx";

const loaded = signal<typeof Reference | undefined>(undefined);

export function LazyReference(props: ReferenceProps) {
  const Loaded = loaded.value;
  useEffect(() => {
    void import("./reference.tsx").then((module) => (loaded.value = module.Reference));
  }, []);
  return Loaded === undefined ? null : <Loaded {...props} />;
}

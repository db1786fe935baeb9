/** The page of the reference that is open over the list. */
import { signal, type ReadonlySignal } from "@preact/signals";
import type { ReferencePlace } from "../reference/page-title.ts";

export interface ReferenceStore {
  readonly place: ReadonlySignal<ReferencePlace | undefined>;
  open(place: ReferencePlace): void;
  close(): void;
}

export function createReferenceStore(): ReferenceStore {
  const place = signal<ReferencePlace | undefined>(undefined);
  return {
    place,
    open(next) {
      place.value = next;
    },
    close() {
      place.value = undefined;
    },
  };
}

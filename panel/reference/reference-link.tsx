/** Opens a page of the reference from anywhere in the panel. */
import { createContext, type ComponentChildren } from "preact";
import { useContext } from "preact/hooks";
import type { ReferencePlace } from "./page-title.ts";

export const OpenReference = createContext<(place: ReferencePlace) => void>(() => undefined);

interface ReferenceLinkProps {
  readonly place: ReferencePlace;
  readonly class?: string;
  readonly title?: string;
  /** For lists whose rows have the focus. */
  readonly isOutOfTabOrder?: boolean;
  readonly children: ComponentChildren;
}

export function ReferenceLink({ place, isOutOfTabOrder = false, children, ...props }: ReferenceLinkProps) {
  const open = useContext(OpenReference);
  return (
    <button type="button" {...props} tabIndex={isOutOfTabOrder ? -1 : 0} onClick={() => open(place)}>
      {children}
    </button>
  );
}

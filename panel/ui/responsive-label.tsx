/** A label that becomes an icon in a narrow toolbar. The text stays, for screen readers. */
import type { ComponentChildren } from "preact";
import { Icon } from "./tool-button.tsx";

interface ResponsiveLabelProps {
  /** SVG path data, 16 by 16. */
  readonly icon: string;
  readonly children: ComponentChildren;
}

export function ResponsiveLabel({ icon, children }: ResponsiveLabelProps) {
  return (
    <>
      <Icon class="narrow-icon" path={icon} />
      <span class="responsive-label">{children}</span>
    </>
  );
}

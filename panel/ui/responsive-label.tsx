/** A label that becomes an icon in a narrow toolbar. The text stays, for screen readers. */
import type { ComponentChildren } from "preact";

interface ResponsiveLabelProps {
  /** SVG path data, 16 by 16. */
  readonly icon: string;
  readonly children: ComponentChildren;
}

export function ResponsiveLabel({ icon, children }: ResponsiveLabelProps) {
  return (
    <>
      <svg class="narrow-icon" viewBox="0 0 16 16" aria-hidden="true">
        <path d={icon} />
      </svg>
      <span class="responsive-label">{children}</span>
    </>
  );
}

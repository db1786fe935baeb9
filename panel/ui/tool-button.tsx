/** A button of the toolbar: an icon, with its label as the tooltip and the accessible name. */
import type { ButtonHTMLAttributes } from "preact";

interface ToolButtonProps extends ButtonHTMLAttributes {
  readonly label: string;
  /** SVG path data, 16 by 16. */
  readonly icon: string;
}

export function ToolButton({ label, icon, ...props }: ToolButtonProps) {
  return (
    <button type="button" class="tool" aria-label={label} title={label} {...props}>
      <Icon path={icon} />
    </button>
  );
}

interface IconProps {
  readonly path: string;
  readonly class?: string;
}

export function Icon({ path, ...props }: IconProps) {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" {...props}>
      <path d={path} />
    </svg>
  );
}

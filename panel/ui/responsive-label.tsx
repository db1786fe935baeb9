/** The name of a tool, and the sign that stands for it where the toolbar is narrow: the name is then heard, and hovered. */
import type { ComponentChildren } from "preact";

interface ToolNameProps {
  /** The path of a drawing, 16 by 16. */
  readonly sign: string;
  readonly children: ComponentChildren;
}

export function ToolName({ sign, children }: ToolNameProps) {
  return (
    <>
      <svg class="narrow-sign" viewBox="0 0 16 16" aria-hidden="true">
        <path d={sign} />
      </svg>
      <span class="tool-name">{children}</span>
    </>
  );
}

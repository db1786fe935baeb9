/** The splitter between list and details (WAI-ARIA window splitter): dragged, or moved by keys. A double click resets it. */
import { useEffect, useState } from "preact/hooks";
import { text } from "./texts.ts";

/** How much the list may take of both, in percent. */
export const minListPercent = 20;
export const maxListPercent = 80;
const keyStep = 2;

/** As in styles/layout.css: in a narrower panel the details are below the list. */
const narrow = matchMedia("(max-width: 700px)");

export function useIsNarrow(): boolean {
  const [isNarrow, setNarrow] = useState(narrow.matches);
  useEffect(() => {
    const update = () => setNarrow(narrow.matches);
    narrow.addEventListener("change", update);
    return () => narrow.removeEventListener("change", update);
  }, []);
  return isNarrow;
}

interface SplitterProps {
  /** The list's share in percent. */
  readonly listPercent: number;
  readonly defaultPercent: number;
  readonly isNarrow: boolean;
  readonly onResize: (listPercent: number) => void;
}

export function Splitter({ listPercent, defaultPercent, isNarrow, onResize }: SplitterProps) {
  function resize(percent: number) {
    onResize(Math.round(Math.min(Math.max(percent, minListPercent), maxListPercent)));
  }

  return (
    <div
      class="splitter"
      role="separator"
      tabIndex={0}
      aria-label={text("splitterLabel")}
      aria-controls="chain-list"
      aria-orientation={isNarrow ? "horizontal" : "vertical"}
      aria-valuemin={minListPercent}
      aria-valuemax={maxListPercent}
      aria-valuenow={listPercent}
      onPointerDown={(event) => {
        if (event.button === 0) event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => {
        const whole = event.currentTarget.parentElement?.getBoundingClientRect();
        if (whole === undefined || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
        const part = isNarrow ? (event.clientY - whole.top) / whole.height : (event.clientX - whole.left) / whole.width;
        resize(part * 100);
      }}
      onDblClick={() => resize(defaultPercent)}
      onKeyDown={(event) => {
        const percent = {
          [isNarrow ? "ArrowUp" : "ArrowLeft"]: listPercent - keyStep,
          [isNarrow ? "ArrowDown" : "ArrowRight"]: listPercent + keyStep,
          Home: minListPercent,
          End: maxListPercent,
        }[event.key];
        if (percent === undefined) return;
        event.preventDefault();
        resize(percent);
      }}
    />
  );
}

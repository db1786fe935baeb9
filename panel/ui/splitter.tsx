/** The divider between list and details (WAI-ARIA window splitter): dragged, or moved by keys; a double click puts it back. */
import type { Signal } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import { text } from "./texts.ts";

/** Percent of the whole that the list takes. */
export const smallestList = 20;
export const largestList = 80;
const keyStep = 2;

/** As in styles/layout.css: narrower than this, the details are under the list. */
const narrow = matchMedia("(max-width: 700px)");

export function useIsNarrow(): boolean {
  const [isNarrow, setNarrow] = useState(narrow.matches);
  useEffect(() => {
    const look = () => setNarrow(narrow.matches);
    narrow.addEventListener("change", look);
    return () => narrow.removeEventListener("change", look);
  }, []);
  return isNarrow;
}

interface DividerProps {
  /** Percent; each layout has its own. */
  readonly listSize: Signal<number>;
  readonly usualSize: number;
  readonly isNarrow: boolean;
}

export function Divider({ listSize, usualSize, isNarrow }: DividerProps) {
  function resize(percent: number) {
    listSize.value = Math.round(Math.min(Math.max(percent, smallestList), largestList));
  }

  return (
    <div
      class="divider"
      role="separator"
      tabIndex={0}
      aria-label={text("dividerLabel")}
      aria-controls="chain-list"
      aria-orientation={isNarrow ? "horizontal" : "vertical"}
      aria-valuemin={smallestList}
      aria-valuemax={largestList}
      aria-valuenow={listSize.value}
      onPointerDown={(event) => {
        if (event.button === 0) event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => {
        const whole = event.currentTarget.parentElement?.getBoundingClientRect();
        if (whole === undefined || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
        const part = isNarrow ? (event.clientY - whole.top) / whole.height : (event.clientX - whole.left) / whole.width;
        resize(part * 100);
      }}
      onDblClick={() => resize(usualSize)}
      onKeyDown={(event) => {
        const size = {
          [isNarrow ? "ArrowUp" : "ArrowLeft"]: listSize.value - keyStep,
          [isNarrow ? "ArrowDown" : "ArrowRight"]: listSize.value + keyStep,
          Home: smallestList,
          End: largestList,
        }[event.key];
        if (size === undefined) return;
        event.preventDefault();
        resize(size);
      }}
    />
  );
}

/**
 * Makes each column as wide as the longest text that it can have, in this language and these fonts. The texts are laid
 * out once, out of sight: the widths do not depend on the rows that happen to be drawn, and no row is measured.
 */
import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { formatClock, formatDuration } from "../ui/format.ts";
import { text } from "../ui/texts.ts";
import { BodyCell, SeoCell, StatusCell } from "./hop-cells.tsx";
import { sampleChain } from "./sample-chain.ts";
import { timeMode } from "./time-cell.tsx";

interface ColumnWidthsProps {
  /** Of the longest chain. */
  readonly hopCount: number;
}

export function ColumnWidths({ hopCount }: ColumnWidthsProps) {
  const samples = useRef<HTMLDivElement>(null);

  // Before the first paint, and when other texts are laid out.
  useLayoutEffect(() => {
    if (samples.current !== null) setWidths(samples.current);
  });

  // Zoom, and fonts that a user changes, give the same texts other widths.
  useEffect(() => {
    const box = samples.current;
    if (box === null) return undefined;
    const observer = new ResizeObserver(() => setWidths(box));
    for (const column of box.children) observer.observe(column);
    return () => observer.disconnect();
  }, []);

  const times = timeMode.value === "clock" ? [formatClock(0)] : [999, 59_940].map(formatDuration);
  const columns: Readonly<Record<string, readonly ComponentChildren[]>> = {
    number: ["8".repeat(String(hopCount).length)],
    status: [heading(text("columnStatus")), ...cells(StatusCell)],
    // Longer methods wrap; where there is the least room, the usual ones do so, too.
    method: [heading(text("columnMethod")), code("POST → POST", "usual"), code("DELETE → DELETE")],
    "method-word": [heading(text("columnMethod")), code("OPTIONS")],
    body: [heading(text("columnBody")), ...cells(BodyCell)],
    seo: [heading(text("columnSeo")), ...cells(SeoCell)],
    time: [heading(text("columnTime")), ...times],
  };
  return (
    <div class="column-samples" aria-hidden="true" ref={samples}>
      {Object.entries(columns).flatMap(([name, texts]) =>
        (["min", "max"] as const).map((size) => (
          <div key={`${name}-${size}`} class={`samples-${size}`} data-width={`--${name}-${size}`}>
            {texts.map((sample, at) => (
              <div key={at}>{sample}</div>
            ))}
          </div>
        )),
      )}
    </div>
  );
}

/** Each column of samples has the name of the variable that styles/list.css makes a track of. */
function setWidths(box: HTMLElement): void {
  for (const column of box.querySelectorAll<HTMLElement>("[data-width]")) {
    const width = Math.ceil(column.getBoundingClientRect().width);
    document.documentElement.style.setProperty(column.dataset["width"] ?? "", `${width}px`);
  }
}

function heading(name: string) {
  return <span class="heading">{name}</span>;
}

function code(method: string, kind = "") {
  return <span class={`code ${kind}`}>{method}</span>;
}

function cells(Cell: typeof StatusCell) {
  return sampleChain.hops.map((_, index) => <Cell key={index} chain={sampleChain} index={index} />);
}

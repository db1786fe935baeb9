/**
 * Makes each column as wide as the longest text it can have, in this language and these fonts: samples of all texts are
 * laid out once, hidden (decision D83).
 */
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { text } from "../ui/texts.ts";
import { columns } from "./columns.tsx";

interface ColumnWidthsProps {
  /** Hops of the longest chain. */
  readonly maxHopCount: number;
}

export function ColumnWidths({ maxHopCount }: ColumnWidthsProps) {
  const box = useRef<HTMLDivElement>(null);

  // Before the first paint, and whenever the samples change.
  useLayoutEffect(() => {
    if (box.current !== null) setWidths(box.current);
  });

  // Zoom and the user's fonts change the widths of the same texts.
  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setWidths(element));
    for (const column of element.children) observer.observe(column);
    return () => observer.disconnect();
  }, []);

  const samples = columns.flatMap(({ id, title, samples: texts, wordSamples: words }) => {
    const heading = <span class="heading">{text(title)}</span>;
    return [
      { name: id, contents: [heading, ...texts(maxHopCount)] },
      ...(words === undefined ? [] : [{ name: `${id}-word`, contents: [heading, ...words()] }]),
    ];
  });
  return (
    <div class="column-samples" aria-hidden="true" ref={box}>
      {samples.flatMap(({ name, contents }) =>
        (["min", "max"] as const).map((size) => (
          <div key={`${name}-${size}`} class={`samples-${size}`} data-width={`--${name}-${size}`}>
            {contents.map((content, index) => (
              <div key={index}>{content}</div>
            ))}
          </div>
        )),
      )}
    </div>
  );
}

/** `data-width` is the custom property that grid-tracks.ts makes a track of. */
function setWidths(box: HTMLElement): void {
  for (const column of box.querySelectorAll<HTMLElement>("[data-width]")) {
    const width = Math.ceil(column.getBoundingClientRect().width);
    document.documentElement.style.setProperty(column.dataset["width"] ?? "", `${width}px`);
  }
}

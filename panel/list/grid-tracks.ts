/**
 * The grid tracks of the list's columns, as CSS values. styles/list.css has three layouts: wide is one line, medium has the
 * URL on a second line, narrow the URL and the time.
 */

export type Track = readonly [min: string, max: string, isShared?: true];

/** For the wide, the medium and the narrow layout; missing: the column is on the second line. */
export type ColumnTracks = readonly Track[];

/** As wide as the column's longest text. Shrinks to its longest word when the other columns need the room. */
export function fittedTracks(id: string): ColumnTracks {
  const track: Track = [`var(--${id}-min)`, `var(--${id}-max)`];
  return [track, track, track];
}

/** In the narrow layout, these columns share the room that the others leave: down to `--{id}-least`. */
export function sharedTracks(id: string): ColumnTracks {
  return [...fittedTracks(id).slice(1), [`var(--${id}-least)`, `var(--${id}-max)`, true]];
}

export function fixedTrack(width: string): Track {
  return [width, width];
}

/** Custom properties for the list's element. */
export function trackProperties(columns: readonly ColumnTracks[]): Record<string, string> {
  const tracksOf = (layout: number) => columns.flatMap((tracks) => tracks.slice(layout, layout + 1));
  const template = (layout: number) =>
    tracksOf(layout)
      .map(([min, max]) => `minmax(${min},${max})`)
      .join(" ");
  const narrow = tracksOf(2);
  const unshared = narrow.flatMap(([min, , isShared]) => (isShared === true ? [] : min));
  return {
    "--wide": template(0),
    "--medium": template(1),
    "--narrow": template(2),
    // Beside a scrollbar of up to 16 px and the padding at the end.
    "--shared": `calc(100cqw - 16px - ${narrow.length} * var(--narrow-gap) - ${unshared.join(" - ")})`,
  };
}

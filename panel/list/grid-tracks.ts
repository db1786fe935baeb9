/**
 * The grid tracks of the list's columns, as CSS values. styles/list.css has three layouts: `wide` is one line, `medium` has
 * the URL on a second line, `narrow` the URL and the time.
 */

export interface Track {
  readonly min: string;
  readonly max: string;
  /** Shares the room that the other columns of the narrow layout leave. */
  readonly isShared?: true;
}

/** Undefined: the column is on the second line. */
export interface ColumnTracks {
  readonly wide?: Track;
  readonly medium?: Track;
  readonly narrow?: Track;
}

/** As wide as the column's longest text. Shrinks to its longest word when the other columns need the room. */
export function fittedTracks(id: string, narrow?: Track): ColumnTracks {
  const track = { min: `var(--${id}-min)`, max: `var(--${id}-max)` };
  return { wide: track, medium: track, narrow: narrow ?? track };
}

/** Shrinks further in the narrow layout, down to `--{id}-least`. */
export function sharedTracks(id: string): ColumnTracks {
  return fittedTracks(id, { min: `var(--${id}-least)`, max: `var(--${id}-max)`, isShared: true });
}

export function fixedTrack(width: string): Track {
  return { min: width, max: width };
}

/** Custom properties for the list's element. */
export function trackProperties(columns: readonly { readonly tracks: ColumnTracks }[]): Record<string, string> {
  const tracksOf = (layout: keyof ColumnTracks) => columns.flatMap(({ tracks }) => tracks[layout] ?? []);
  const template = (layout: keyof ColumnTracks) =>
    tracksOf(layout)
      .map(({ min, max }) => `minmax(${min},${max})`)
      .join(" ");
  const narrow = tracksOf("narrow");
  const unshared = narrow.flatMap(({ min, isShared }) => (isShared === true ? [] : [min]));
  return {
    "--wide": template("wide"),
    "--medium": template("medium"),
    "--narrow": template("narrow"),
    // Beside a scrollbar of up to 16 px and the padding at the end.
    "--shared": `calc(100cqw - 16px - ${narrow.length} * var(--narrow-gap) - ${unshared.join(" - ")})`,
  };
}

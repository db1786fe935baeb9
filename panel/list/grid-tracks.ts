/**
 * The grid tracks of the list's columns, as CSS values. styles/list.css has three layouts: wide is one line, medium has the
 * URL on a second line, narrow the URL and the time.
 */

export type Track = readonly [min: string, max: string, isShared?: true];

/** In each layout; undefined: the column is on the second line. */
export type ColumnTracks = readonly [wide: Track, medium?: Track, narrow?: Track];

/** As wide as the column's longest text. Shrinks to its longest word when the other columns need the room. */
export function fittedTracks(id: string): ColumnTracks {
  const track: Track = [`var(--${id}-min)`, `var(--${id}-max)`];
  return [track, track, track];
}

/** In the narrow layout, these columns share the room that the others leave: down to `--{id}-least`. */
export function sharedTracks(id: string): ColumnTracks {
  const [track] = fittedTracks(id);
  return [track, track, [`var(--${id}-least)`, track[1], true]];
}

export function fixedTrack(width: string): Track {
  return [width, width];
}

/** Custom properties for the list's element. */
export function trackProperties(columns: readonly ColumnTracks[]): Record<string, string> {
  const narrow = columns.flatMap(([, , track]) => (track === undefined ? [] : [track]));
  const unshared = narrow.flatMap(([min, , isShared]) => (isShared === true ? [] : min));
  return {
    "--wide": template(columns.map(([wide]) => wide)),
    "--medium": template(columns.map(([, medium]) => medium)),
    "--narrow": template(narrow),
    // Beside a scrollbar of up to 16 px and the padding at the end.
    "--shared": `calc(100cqw - 16px - ${narrow.length} * var(--narrow-gap) - ${unshared.join(" - ")})`,
  };
}

function template(tracks: readonly (Track | undefined)[]): string {
  return tracks.map((track) => track && `minmax(${track[0]},${track[1]})`).join(" ");
}

/** The columns of the list, in order. To add one: an entry here (and in hop-cell-text.ts for exports), its cell, its texts. */
import type { ComponentChildren, FunctionComponent } from "preact";
import type { HopColumnId } from "../../src/model/export/hop-cell-text.ts";
import { formatClock, formatDuration } from "../ui/format.ts";
import { text, type TextName } from "../ui/texts.ts";
import { fittedTracks, fixedTrack, sharedTracks, trackProperties, type ColumnTracks } from "./grid-tracks.ts";
import {
  BodyCell,
  MethodCell,
  NumberCell,
  SeoCell,
  StatusCell,
  TimeCell,
  UrlCell,
  type CellProps,
} from "./hop-cells.tsx";
import { sampleChain } from "./sample-chain.ts";
import { TimeHeading, timeMode } from "./time-cell.tsx";

interface ListColumn {
  readonly title: TextName;
  readonly Heading?: FunctionComponent;
  readonly Cell: FunctionComponent<CellProps>;
  /** By default, the column is as wide as its samples. */
  readonly tracks?: ColumnTracks;
  /** The longest contents, measured for `--{id}-min` and `--{id}-max` (see column-widths.tsx). By default, sample cells. */
  readonly samples?: (maxHopCount: number) => readonly ComponentChildren[];
  /** The longest words, measured for `--{id}-word-min`. */
  readonly wordSamples?: () => readonly ComponentChildren[];
}

const columnsById: Readonly<Record<HopColumnId, ListColumn>> = {
  number: {
    title: "columnNumber",
    Cell: NumberCell,
    tracks: [24, 20, 14].map((minPx) => fixedTrack(`max(${minPx}px, var(--number-max))`)),
    samples: (maxHopCount) => ["8".repeat(String(maxHopCount).length)],
  },
  status: { title: "columnStatus", Cell: StatusCell },
  method: {
    title: "columnMethod",
    Cell: MethodCell,
    tracks: sharedTracks("method"),
    // Longer methods wrap; in the narrow layout the usual ones do, too.
    samples: () => [code("POST → POST", "usual"), code("DELETE → DELETE")],
    wordSamples: () => [code("OPTIONS")],
  },
  body: { title: "columnBody", Cell: BodyCell, tracks: sharedTracks("body") },
  seo: { title: "columnSeo", Cell: SeoCell },
  url: { title: "columnUrl", Cell: UrlCell, tracks: [["180px", "1fr"]], samples: () => [] },
  time: {
    title: "columnTime",
    Heading: TimeHeading,
    Cell: TimeCell,
    tracks: [fixedTrack("var(--time-max)"), ["var(--time-max)", "1fr"]],
    samples: () => (timeMode.value === "clock" ? [formatClock(0)] : [999, 59_940].map(formatDuration)),
  },
};

export const columns = Object.entries(columnsById).map(([id, column]) => ({
  id,
  tracks: fittedTracks(id),
  samples: () => sampleChain.hops.map((_, index) => <column.Cell key={index} chain={sampleChain} index={index} />),
  ...column,
}));

export const columnTracks = trackProperties(columns.map(({ tracks }) => tracks));

export function ColumnHeadings() {
  return (
    <div class="row head" role="row" aria-rowindex={1}>
      {columns.map(({ id, title, Heading }) => (
        <span role="columnheader" key={id} data-column={id}>
          {Heading === undefined ? text(title) : <Heading />}
        </span>
      ))}
    </div>
  );
}

function code(method: string, kind = "") {
  return <span class={`code ${kind}`}>{method}</span>;
}

/** The picture as one SVG (decision D91): boxes, arrows, labels. styles/picture.css has its colours. */
import type { HopSeoMeaning } from "../../src/model/meaning/seo-meaning.ts";
import {
  labelPadding,
  type PictureLayout,
  type PlacedArrow,
  type PlacedBox,
  type PlacedText,
} from "./picture-layout.ts";

const arrowX = 18;

interface PictureSvgProps {
  readonly layout: PictureLayout;
}

export function PictureSvg({ layout }: PictureSvgProps) {
  const { width, height, boxes, arrows } = layout;
  return (
    <svg class="picture" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {arrows.map((arrow, index) => (
        <Arrow key={index} arrow={arrow} />
      ))}
      {boxes.map((box, index) => (
        <Box key={index} box={box} width={width} />
      ))}
    </svg>
  );
}

function Box({ box, width }: { readonly box: PlacedBox; readonly width: number }) {
  const { content, y, height, origin, method, rest, status } = box;
  return (
    <g>
      <rect
        class={content.number === undefined ? "picture-box picture-box-unvisited" : "picture-box"}
        x={0.5}
        y={y}
        width={width - 1}
        height={height}
        rx={6}
      />
      {origin !== undefined && (
        <>
          {content.isSecure !== undefined && <Lock isClosed={content.isSecure} y={origin.y - 9} />}
          <SvgText placed={origin} look={content.isSecure === false ? "picture-mild" : "picture-quiet"} />
        </>
      )}
      <SvgText placed={method} look="picture-plain" />
      <SvgText placed={rest} look="picture-plain" />
      {status !== undefined && <SvgText placed={status} look={content.isBad ? "picture-bad" : "picture-plain"} />}
    </g>
  );
}

/** https: closed and filled. http: open and outlined. */
function Lock({ isClosed, y }: { readonly isClosed: boolean; readonly y: number }) {
  return (
    <g class={isClosed ? "picture-lock picture-lock-closed" : "picture-lock"} transform={`translate(9 ${y})`}>
      <rect x={0.5} y={4.5} width={8} height={5} rx={1} />
      <path d={isClosed ? "M2.5 4.5V2.5a2 2 0 0 1 4 0v2" : "M2.5 4.5V2.5a2 2 0 0 1 4 0"} />
    </g>
  );
}

function Arrow({ arrow }: { readonly arrow: PlacedArrow }) {
  const { content, y, height, labels } = arrow;
  const end = y + height;
  return (
    <g>
      <g class={`picture-arrow picture-arrow-${content.meaning ?? "unknown"}`}>
        {shafts[content.meaning ?? "unknown"].map((offset) => (
          <path key={offset} class="picture-shaft" d={`M${arrowX + offset} ${y}V${end - 7}`} />
        ))}
        {content.isFollowed ? (
          <path class="picture-head" d={`M${arrowX - 5} ${end - 8}L${arrowX} ${end - 1}L${arrowX + 5} ${end - 8}`} />
        ) : (
          <path class="picture-cross" d={`M${arrowX - 5} ${end - 11}l10 8m0 -8l-10 8`} />
        )}
      </g>
      {labels.map((label, index) => (
        <g key={index}>
          <rect
            class={`picture-tag picture-tag-${label.tone}`}
            x={label.x - labelPadding}
            y={label.y - 13}
            width={label.width + 2 * labelPadding}
            height={18}
            rx={index === 0 ? 4 : 9}
          />
          <SvgText placed={label} look={`picture-${label.tone}`} />
        </g>
      ))}
    </g>
  );
}

/** A permanent redirect has a double line; the others differ in their dashes. */
const shafts: Readonly<Record<HopSeoMeaning | "unknown", readonly number[]>> = {
  permanent: [-1.5, 1.5],
  temporary: [0],
  none: [0],
  unknown: [0],
};

/** `textLength` keeps the text in its place if the viewer uses another font. */
function SvgText({ placed, look }: { readonly placed: PlacedText; readonly look: string }) {
  const { x, y, width, content, font } = placed;
  if (content === "") return null;
  return (
    <text class={`picture-${font} ${look}`} x={x} y={y} textLength={width} lengthAdjust="spacingAndGlyphs">
      {content}
    </text>
  );
}

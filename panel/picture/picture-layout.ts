/** Lays out the picture for a given width. Pure: the caller measures texts. */
import { cutInMiddle } from "../ui/visible-text.ts";
import type { ArrowContent, BoxContent, PictureContent, Tone } from "./picture-content.ts";

export type Font = "code" | "strong-code" | "label";
export type Measure = (content: string, font: Font) => number;

export interface PlacedText {
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly width: number;
  readonly content: string;
  readonly font: Font;
}

export interface PlacedBox {
  readonly content: BoxContent;
  readonly y: number;
  readonly height: number;
  readonly origin?: PlacedText;
  readonly method: PlacedText;
  readonly rest: PlacedText;
  readonly status?: PlacedText;
}

export interface PlacedArrow {
  readonly content: ArrowContent;
  readonly y: number;
  readonly height: number;
  readonly labels: readonly (PlacedText & { readonly tone: Tone })[];
}

export interface PictureLayout {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly PlacedBox[];
  readonly arrows: readonly PlacedArrow[];
}

const lineHeight = 18;
const padding = 9;
/** Labels start to the right of the arrow. */
const labelsLeft = 32;
/** Padding of a label, at each side. */
export const labelPadding = 7;
const labelGap = 6;
const labelHeight = 22;

export function layOutPicture({ boxes, arrows }: PictureContent, width: number, measure: Measure): PictureLayout {
  const placedBoxes: PlacedBox[] = [];
  const placedArrows: PlacedArrow[] = [];
  // At half a pixel, one-pixel lines are sharp.
  let y = 0.5;
  for (const [index, content] of boxes.entries()) {
    const box = placeBox(content, y, width, measure);
    placedBoxes.push(box);
    y += box.height;
    const arrowContent = arrows[index];
    if (arrowContent === undefined) continue;
    const arrow = placeArrow(arrowContent, y, width, measure);
    placedArrows.push(arrow);
    y += arrow.height;
  }
  return { width, height: Math.ceil(y + 0.5), boxes: placedBoxes, arrows: placedArrows };
}

function placeBox(content: BoxContent, y: number, width: number, measure: Measure): PlacedBox {
  const height = (content.showsOrigin ? 2 : 1) * lineHeight + 8;
  const baseline = y + height - 9;
  const put = (text: string, font: Font, x: number, at: number): PlacedText => ({
    x,
    y: at,
    width: measure(text, font),
    content: text,
    font,
  });
  const right = width - padding;
  const statusWidth = content.status === undefined ? 0 : measure(content.status, "strong-code");
  const method = put(
    `${content.number === undefined ? "" : `${content.number} `}${content.method}`,
    "strong-code",
    padding,
    baseline,
  );
  const restLeft = padding + (method.content === "" ? 0 : method.width + 8);
  const restRight = right - (statusWidth === 0 ? 0 : statusWidth + 10);
  // Leave room for the lock.
  const originLeft = padding + (content.isSecure === undefined ? 0 : 14);
  return {
    content,
    y,
    height,
    method,
    rest: put(fitted(content.rest, restRight - restLeft, measure), "code", restLeft, baseline),
    ...(content.showsOrigin && {
      origin: put(fitted(content.origin, right - originLeft, measure), "code", originLeft, baseline - lineHeight),
    }),
    ...(content.status !== undefined && {
      status: put(content.status, "strong-code", right - statusWidth, baseline),
    }),
  };
}

/** Shortened in the middle until it fits. Not every character of a monospaced font has the same width. */
function fitted(content: string, room: number, measure: Measure): string {
  let shown = content;
  for (let length = content.length; length > 2 && measure(shown, "code") > room;) {
    length = Math.min(length - 1, Math.floor((length * room) / measure(shown, "code")));
    shown = cutInMiddle(content, Math.max(length - 1, 2));
  }
  return shown;
}

function placeArrow(content: ArrowContent, y: number, width: number, measure: Measure): PlacedArrow {
  const labels: PlacedArrow["labels"][number][] = [];
  let x = labelsLeft;
  let top = y + 9;
  for (const { content: label, tone } of content.labels) {
    const textWidth = measure(label, "label");
    const whole = textWidth + 2 * labelPadding;
    if (x > labelsLeft && x + whole > width) {
      x = labelsLeft;
      top += labelHeight;
    }
    labels.push({ x: x + labelPadding, y: top + 12, width: textWidth, content: label, font: "label", tone });
    x += whole + labelGap;
  }
  return { content, y, height: top + labelHeight + 4 - y, labels };
}

/** Where everything of the picture goes, for a width: pure arithmetic, given how wide a text is. */
import { cutInMiddle } from "../ui/visible-text.ts";
import type { ArrowWords, BoxWords, PictureWords, Tone } from "./picture-words.ts";

export type Font = "code" | "strong-code" | "label";
export type Measure = (words: string, font: Font) => number;

export interface PlacedText {
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly width: number;
  readonly words: string;
  readonly font: Font;
}

export interface PlacedBox {
  readonly words: BoxWords;
  readonly y: number;
  readonly height: number;
  readonly origin?: PlacedText;
  readonly method: PlacedText;
  readonly rest: PlacedText;
  readonly status?: PlacedText;
}

export interface PlacedArrow {
  readonly words: ArrowWords;
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
/** Right of the arrow. */
const labelsLeft = 32;
/** Within a label, at each side. */
export const labelPadding = 7;
const labelGap = 6;
const labelHeight = 22;

export function layOutPicture({ boxes, arrows }: PictureWords, width: number, measure: Measure): PictureLayout {
  const placedBoxes: PlacedBox[] = [];
  const placedArrows: PlacedArrow[] = [];
  // The lines of boxes are half a pixel inside, where they are sharp.
  let y = 0.5;
  for (const [index, words] of boxes.entries()) {
    const box = placeBox(words, y, width, measure);
    placedBoxes.push(box);
    y += box.height;
    const arrowWords = arrows[index];
    if (arrowWords === undefined) continue;
    const arrow = placeArrow(arrowWords, y, width, measure);
    placedArrows.push(arrow);
    y += arrow.height;
  }
  return { width, height: Math.ceil(y + 0.5), boxes: placedBoxes, arrows: placedArrows };
}

function placeBox(words: BoxWords, y: number, width: number, measure: Measure): PlacedBox {
  const height = (words.showsOrigin ? 2 : 1) * lineHeight + 8;
  const baseline = y + height - 9;
  const put = (text: string, font: Font, x: number, at: number): PlacedText => ({
    x,
    y: at,
    width: measure(text, font),
    words: text,
    font,
  });
  const right = width - padding;
  const statusWidth = words.status === undefined ? 0 : measure(words.status, "strong-code");
  const method = put(
    `${words.number === undefined ? "" : `${words.number} `}${words.method}`,
    "strong-code",
    padding,
    baseline,
  );
  const restLeft = padding + (method.words === "" ? 0 : method.width + 8);
  const restRight = right - (statusWidth === 0 ? 0 : statusWidth + 10);
  // Beside the lock.
  const originLeft = padding + (words.isSecure === undefined ? 0 : 14);
  return {
    words,
    y,
    height,
    method,
    rest: put(fitted(words.rest, restRight - restLeft, measure), "code", restLeft, baseline),
    ...(words.showsOrigin && {
      origin: put(fitted(words.origin, right - originLeft, measure), "code", originLeft, baseline - lineHeight),
    }),
    ...(words.status !== undefined && {
      status: put(words.status, "strong-code", right - statusWidth, baseline),
    }),
  };
}

/** Cut in the middle until it fits; monospaced, except for characters that no font has. */
function fitted(words: string, room: number, measure: Measure): string {
  let shown = words;
  for (let most = words.length; most > 2 && measure(shown, "code") > room;) {
    most = Math.min(most - 1, Math.floor((most * room) / measure(shown, "code")));
    shown = cutInMiddle(words, Math.max(most - 1, 2));
  }
  return shown;
}

function placeArrow(words: ArrowWords, y: number, width: number, measure: Measure): PlacedArrow {
  const labels: PlacedArrow["labels"][number][] = [];
  let x = labelsLeft;
  let top = y + 9;
  for (const { words: said, tone } of words.labels) {
    const textWidth = measure(said, "label");
    const whole = textWidth + 2 * labelPadding;
    if (x > labelsLeft && x + whole > width) {
      x = labelsLeft;
      top += labelHeight;
    }
    labels.push({ x: x + labelPadding, y: top + 12, width: textWidth, words: said, font: "label", tone });
    x += whole + labelGap;
  }
  return { words, y, height: top + labelHeight + 4 - y, labels };
}

/** Makes a PNG small: at most 256 colours. Pictures of a panel have few; what is lost is in the softest edges of letters. */
import { readPng, writePng } from "./png-rows.ts";

const mostColours = 256;

/** Takes what browsers make of a page that is opaque. */
export function palettePng(png: Uint8Array): Uint8Array {
  const { header, width, height, bytesPerPixel, rows } = readPng(png);
  const pixels = new Uint32Array(width * height);
  for (const [y, row] of rows.entries()) {
    for (let x = 0; x < width; x += 1) {
      const [red = 0, green = 0, blue = 0] = row.subarray(x * bytesPerPixel, x * bytesPerPixel + 3);
      pixels[y * width + x] = (red << 16) | (green << 8) | blue;
    }
  }
  const { palette, indexOf } = quantized(pixels);
  const indexed = rows.map((_, y) => Uint8Array.from(pixels.subarray(y * width, (y + 1) * width), indexOf));
  const newHeader = header.slice();
  newHeader[9] = 3;
  return writePng(newHeader, indexed, Uint8Array.from(palette.flatMap(channels)));
}

/** The commonest colours that are not next to a commoner one; every other pixel takes the nearest of them. */
function quantized(pixels: Uint32Array) {
  const counts = new Map<number, number>();
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const common = [...counts].toSorted((a, b) => b[1] - a[1]).map(([colour]) => colour);
  let palette: number[] = [];
  for (let apart = counts.size > mostColours ? 4 : 0; ; apart += 2) {
    palette = [];
    for (const colour of common)
      if (palette.every((chosen) => distance(chosen, colour) >= apart ** 2)) palette.push(colour);
    if (palette.length <= mostColours) break;
  }
  const nearest = new Map<number, number>();
  const indexOf = (colour: number): number => {
    const known = nearest.get(colour);
    if (known !== undefined) return known;
    let best = 0;
    for (const [index, chosen] of palette.entries()) {
      if (distance(chosen, colour) < distance(palette[best] ?? 0, colour)) best = index;
    }
    nearest.set(colour, best);
    return best;
  };
  return { palette, indexOf };
}

function distance(a: number, b: number): number {
  const [red, green, blue] = channels(a).map((channel, index) => channel - (channels(b)[index] ?? 0));
  return (red ?? 0) ** 2 + (green ?? 0) ** 2 + (blue ?? 0) ** 2;
}

function channels(colour: number): [number, number, number] {
  return [colour >> 16, (colour >> 8) & 255, colour & 255];
}

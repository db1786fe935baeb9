/** Makes a PNG small: at most 256 colours. Pictures of a panel have few; what is lost is in the softest edges of letters. */
import { unzlibSync, zlibSync } from "fflate";

interface Chunk {
  readonly type: string;
  readonly data: Uint8Array;
}

const signatureLength = 8;
const mostColours = 256;

/** Takes what browsers make: 8 bits a channel, RGB or RGBA (opaque), not interlaced. */
export function palettePng(png: Uint8Array): Uint8Array {
  const chunks = chunksOf(png);
  const header = chunks.find(({ type }) => type === "IHDR")?.data;
  if (header?.[8] !== 8 || header[12] !== 0) throw new Error("This is not a PNG as browsers make them.");
  const { width, height, pixels } = pixelsOf(header, chunks);
  const { palette, indexOf } = quantized(pixels);
  const rows = new Uint8Array((width + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) rows[y * (width + 1) + 1 + x] = indexOf(pixels[y * width + x] ?? 0);
  }
  const newHeader = header.slice();
  newHeader[9] = 3;
  const made: Chunk[] = [
    { type: "IHDR", data: newHeader },
    { type: "PLTE", data: Uint8Array.from(palette.flatMap(channels)) },
    { type: "IDAT", data: zlibSync(rows, { level: 9 }) },
    { type: "IEND", data: new Uint8Array() },
  ];
  return Buffer.concat([png.subarray(0, signatureLength), ...made.map(written)]);
}

function chunksOf(png: Uint8Array): Chunk[] {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const chunks: Chunk[] = [];
  for (let at = signatureLength; at < png.length; at += view.getUint32(at) + 12) {
    const type = String.fromCharCode(...png.subarray(at + 4, at + 8));
    chunks.push({ type, data: png.subarray(at + 8, at + 8 + view.getUint32(at)) });
  }
  return chunks;
}

function written({ type, data }: Chunk): Uint8Array {
  const chunk = Buffer.alloc(data.length + 12);
  chunk.writeUInt32BE(data.length, 0);
  chunk.write(type, 4, "latin1");
  chunk.set(data, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 8 + data.length)), 8 + data.length);
  return chunk;
}

/** Of each pixel, 0xRRGGBB. https://www.w3.org/TR/png-3/#9Filters */
function pixelsOf(header: Uint8Array, chunks: readonly Chunk[]) {
  const view = new DataView(header.buffer, header.byteOffset);
  const [width, height] = [view.getUint32(0), view.getUint32(4)];
  const size = header[9] === 6 ? 4 : 3;
  const data = unzlibSync(Buffer.concat(chunks.filter(({ type }) => type === "IDAT").map((chunk) => chunk.data)));
  const rowLength = width * size;
  let above = new Uint8Array(rowLength);
  const pixels = new Uint32Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const filter = data[y * (rowLength + 1)] ?? 0;
    const row = data.slice(y * (rowLength + 1) + 1, (y + 1) * (rowLength + 1));
    for (let at = 0; at < rowLength; at += 1) {
      const [left = 0, up = 0, corner = 0] = at < size ? [0, above[at]] : [row[at - size], above[at], above[at - size]];
      row[at] = (row[at] ?? 0) + predicted(filter, left, up, corner);
    }
    for (let x = 0; x < width; x += 1) {
      const [red = 0, green = 0, blue = 0] = row.subarray(x * size, x * size + 3);
      pixels[y * width + x] = (red << 16) | (green << 8) | blue;
    }
    above = row;
  }
  return { width, height, pixels };
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  const [toLeft, toUp, toCorner] = [left, up, corner].map((value) => Math.abs(left + up - corner - value));
  if ((toLeft ?? 0) <= (toUp ?? 0) && (toLeft ?? 0) <= (toCorner ?? 0)) return left;
  return (toUp ?? 0) <= (toCorner ?? 0) ? up : corner;
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

function crc32(data: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** PNG files taken apart into rows of bytes, and put together again: what makes them smaller works on those. */
import { unzlibSync, zlibSync } from "fflate";

export interface PngRows {
  /** The IHDR chunk. */
  readonly header: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly bytesPerPixel: number;
  /** Unfiltered, each of `width * bytesPerPixel`. */
  readonly rows: readonly Uint8Array[];
}

interface Chunk {
  readonly type: string;
  readonly data: Uint8Array;
}

const signature = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Takes what browsers make: 8 bits a channel, RGB or RGBA, not interlaced. https://www.w3.org/TR/png-3/#9Filters */
export function readPng(png: Uint8Array): PngRows {
  const chunks = chunksOf(png);
  const header = chunks.find(({ type }) => type === "IHDR")?.data;
  if (header?.[8] !== 8 || header[12] !== 0) throw new Error("This is not a PNG as browsers make them.");
  const view = new DataView(header.buffer, header.byteOffset);
  const [width, height] = [view.getUint32(0), view.getUint32(4)];
  const bytesPerPixel = header[9] === 6 ? 4 : 3;
  const data = unzlibSync(Buffer.concat(chunks.filter(({ type }) => type === "IDAT").map((chunk) => chunk.data)));
  const rowLength = width * bytesPerPixel;
  const rows: Uint8Array[] = [];
  for (let y = 0; y < height; y += 1) {
    const above = rows.at(-1) ?? new Uint8Array(rowLength);
    const filter = data[y * (rowLength + 1)] ?? 0;
    const row = data.slice(y * (rowLength + 1) + 1, (y + 1) * (rowLength + 1));
    for (let at = 0; at < rowLength; at += 1) {
      const [left = 0, up = 0, corner = 0] =
        at < bytesPerPixel ? [0, above[at]] : [row[at - bytesPerPixel], above[at], above[at - bytesPerPixel]];
      row[at] = (row[at] ?? 0) + predicted(filter, left, up, corner);
    }
    rows.push(row);
  }
  return { header, width, height, bytesPerPixel, rows };
}

/** Without filters: pictures of few colours are smallest so. */
export function writePng(header: Uint8Array, rows: readonly Uint8Array[], palette?: Uint8Array): Uint8Array {
  const data = zlibSync(Buffer.concat(rows.flatMap((row) => [Uint8Array.of(0), row])), { level: 9, mem: 12 });
  const chunks: Chunk[] = [
    { type: "IHDR", data: header },
    ...(palette === undefined ? [] : [{ type: "PLTE", data: palette }]),
    { type: "IDAT", data },
    { type: "IEND", data: new Uint8Array() },
  ];
  return Buffer.concat([signature, ...chunks.map(written)]);
}

function chunksOf(png: Uint8Array): Chunk[] {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const chunks: Chunk[] = [];
  for (let at = signature.length; at < png.length; at += view.getUint32(at) + 12) {
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

function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  const [toLeft, toUp, toCorner] = [left, up, corner].map((value) => Math.abs(left + up - corner - value));
  if ((toLeft ?? 0) <= (toUp ?? 0) && (toLeft ?? 0) <= (toCorner ?? 0)) return left;
  return (toUp ?? 0) <= (toCorner ?? 0) ? up : corner;
}

function crc32(data: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

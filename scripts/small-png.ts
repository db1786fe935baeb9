/** How the PNGs of this repository are compressed: a palette of at most 256 colours, with the most effort. */
import type { PngOptions } from "sharp";

export const smallPng: PngOptions = { palette: true, dither: 0, effort: 10, compressionLevel: 9 };

/**
 * Renders icons/*.svg to the PNG sizes that Chrome and Firefox ask for. Run `npm run icons` after a change to a
 * drawing, and commit the PNGs.
 */
import { join } from "node:path";
import sharp from "sharp";
import { root } from "./build-extension.ts";
import { smallPng } from "./small-png.ts";

interface Icon {
  /** The width and height of the image, in pixels. */
  readonly size: number;
  readonly drawing: string;
  /** Transparent pixels on each side. */
  readonly padding: number;
}

const icons: readonly Icon[] = [
  // The large drawing blurs at 16 px, so that size has its own drawing, aligned to the pixels.
  { size: 16, drawing: "hopscope-16.svg", padding: 0 },
  { size: 32, drawing: "hopscope.svg", padding: 0 },
  { size: 48, drawing: "hopscope.svg", padding: 0 },
  { size: 96, drawing: "hopscope.svg", padding: 0 },
  // The Chrome Web Store asks for a 96 px square in a 128 px image.
  { size: 128, drawing: "hopscope.svg", padding: 16 },
];

const folder = join(root, "icons");

for (const { size, drawing, padding } of icons) {
  const source = join(folder, drawing);
  const { width } = await sharp(source).metadata();
  const drawnSize = size - 2 * padding;
  await sharp(source, { density: (72 * drawnSize) / width })
    .resize(drawnSize, drawnSize)
    .extend({ top: padding, bottom: padding, left: padding, right: padding, background: "transparent" })
    .png(smallPng)
    .toFile(join(folder, `hopscope-${size}.png`));
}

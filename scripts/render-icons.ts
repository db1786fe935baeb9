/**
 * Renders icons/*.svg to the PNG sizes that Chrome and Firefox ask for, in the installed Chromium. Run it with `npx tsx
 * scripts/render-icons.ts` after a change to a drawing, and commit the PNGs.
 */
import { accessSync, constants, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import puppeteer from "puppeteer-core";
import { readPng, writePng } from "./png-rows.ts";

interface Icon {
  size: number;
  drawing: string;
  /** Transparent pixels on each side. */
  padding: number;
}

const icons: Icon[] = [
  // The large drawing blurs at 16 px, so that size has one of its own, fitted to the pixels.
  { size: 16, drawing: "hopscope-16.svg", padding: 0 },
  { size: 32, drawing: "hopscope.svg", padding: 0 },
  { size: 48, drawing: "hopscope.svg", padding: 0 },
  { size: 96, drawing: "hopscope.svg", padding: 0 },
  // The Chrome Web Store asks for a 96 px square in a 128 px image.
  { size: 128, drawing: "hopscope.svg", padding: 16 },
];

const folder = fileURLToPath(new URL("../icons", import.meta.url));

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function findChromium(): string {
  const given = process.env["CHROMIUM_PATH"];
  if (given) return given;
  const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter(Boolean);
  const found = names.flatMap((name) => folders.map((each) => join(each, name))).find((path) => isExecutable(path));
  if (!found) throw new Error("No Chromium on the PATH: set CHROMIUM_PATH.");
  return found;
}

const browser = await puppeteer.launch({
  executablePath: findChromium(),
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
});
try {
  const page = await browser.newPage();
  for (const { size, drawing, padding } of icons) {
    // A scale of 1 keeps one CSS pixel one image pixel, so fitted edges stay sharp.
    await page.setViewport({ width: size, height: size, deviceScaleFactor: 1 });
    const inner = size - 2 * padding;
    await page.setContent(
      `<style>body { margin: ${padding}px } svg { display: block; width: ${inner}px; height: ${inner}px }</style>` +
        readFileSync(join(folder, drawing), "utf8"),
    );
    const { header, rows } = readPng(await page.screenshot({ omitBackground: true }));
    writeFileSync(join(folder, `hopscope-${size}.png`), writePng(header, rows));
  }
} finally {
  await browser.close();
}

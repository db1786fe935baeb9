/** Copies or saves the picture. Each function returns its outcome as a sentence. */
import { exportFileName } from "../../src/model/export/export-file-name.ts";
import type { Chain } from "../../src/model/chain/redirect-chain.ts";
import { copyText } from "../ui/copy-text.ts";
import { saveFile } from "../ui/save-file.ts";
import { text } from "../ui/texts.ts";
import { standaloneSvg, type StandaloneSvg } from "./standalone-svg.tsx";

/** As text: editors and drawing programs accept it, and Firefox 153 allows nothing else. */
export async function copySvg(chain: Chain): Promise<string> {
  await copyText(standaloneSvg(chain).source);
  return text("pictureCopied", "SVG");
}

export async function copyPng(chain: Chain): Promise<string> {
  const png = pngOf(standaloneSvg(chain));
  try {
    // A promise, so that the user activation still counts when the PNG is ready.
    await navigator.clipboard.write([new ClipboardItem({ "image/png": png })]);
    return text("pictureCopied", "PNG");
  } catch {
    return text("pictureSavedInstead", save(chain, "png", "image/png", await png));
  }
}

export async function saveSvg(chain: Chain): Promise<string> {
  return text("pictureSaved", save(chain, "svg", "image/svg+xml", standaloneSvg(chain).source));
}

export async function savePng(chain: Chain): Promise<string> {
  return text("pictureSaved", save(chain, "png", "image/png", await pngOf(standaloneSvg(chain))));
}

function save(chain: Chain, ending: string, mediaType: string, content: BlobPart): string {
  const fileName = exportFileName([chain], new Date().toISOString(), ending);
  saveFile(fileName, mediaType, [content]);
  return fileName;
}

/** Sharp on any screen, and within the limits of a canvas. */
const scale = 2;
const maxPixels = 16_000;

async function pngOf({ source, width, height }: StandaloneSvg): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(source)}`;
  await image.decode();
  const factor = Math.min(scale, maxPixels / height);
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * factor);
  canvas.height = Math.round(height * factor);
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  // Not toBlob: in Chromium's DevTools (156) it sometimes takes many seconds.
  const [, base64 = ""] = canvas.toDataURL("image/png").split(",");
  return new Blob([Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0))], { type: "image/png" });
}

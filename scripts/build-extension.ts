// Builds dist/ as `npm run build` does, but says nothing unless something is wrong.

import { join } from "node:path";
import { build } from "vite";

export const root = join(import.meta.dirname, "..");
export const extensionDir = join(root, "dist");

export async function buildExtension(): Promise<void> {
  await build({ root, logLevel: "warn" });
}

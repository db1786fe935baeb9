// A browser profile that is gone when the session is. Ours rather than puppeteer's, because puppeteer 24 leaves
// its profile behind when the script ends by Ctrl+C: it kills the browser and exits without waiting.

import { rmSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface TemporaryProfile {
  readonly dir: string;
  remove(): Promise<void>;
}

/** A dying browser may still write while we delete, so deleting is tried again a few times. */
const RM_OPTIONS = { force: true, recursive: true, maxRetries: 10, retryDelay: 100 } as const;

export async function makeTemporaryProfile(name: string): Promise<TemporaryProfile> {
  const dir = await mkdtemp(join(tmpdir(), `hopscope-${name}-`));
  const onExit = (): void => rmSync(dir, RM_OPTIONS);
  process.once("exit", onExit);
  return {
    dir,
    async remove() {
      process.off("exit", onExit);
      await rm(dir, RM_OPTIONS);
    },
  };
}

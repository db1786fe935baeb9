/**
 * Reports changes of files that go into dist/. Vite 8's watch mode misses the panel's files and the texts, because the
 * extension's build starts nested builds.
 */
import { watch, type FSWatcher } from "node:fs";
import { readdir } from "node:fs/promises";
import { join, relative } from "node:path";
import { root } from "./build-extension.ts";

const folders = ["src", "panel", "icons", "_locales"];
const filesAtTop = new Set(["manifest.json", "vite.config.ts", "LICENSE"]);

/** Debounce: an editor writes a file in several steps, and a checkout writes many files. */
const quietMs = 150;

/** Gets the path that changed; the next call waits until its promise has settled. */
export type WhenChanged = (path: string) => Promise<void>;

/** Returns a function that stops watching. */
export async function watchSources(whenChanged: WhenChanged): Promise<() => void> {
  let watchers: FSWatcher[] = [];
  let timer: NodeJS.Timeout | undefined;
  let settled = Promise.resolve();

  const noteChange = (path: string): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      settled = afterwards(settled, path);
    }, quietMs);
  };
  async function afterwards(before: Promise<void>, path: string): Promise<void> {
    await before;
    await whenChanged(relative(root, path));
    // A folder may have been added or deleted.
    await watchAll();
  }
  async function watchAll(): Promise<void> {
    const found = await foldersIn(folders.map((folder) => join(root, folder)));
    end();
    // Each folder separately: recursive watching is not reliable on every system.
    watchers = found.map((folder) => watch(folder, (_, name) => noteChange(join(folder, name ?? ""))));
    watchers.push(watch(root, (_, name) => name !== null && filesAtTop.has(name) && noteChange(join(root, name))));
  }
  function end(): void {
    for (const watcher of watchers) watcher.close();
  }

  await watchAll();
  return () => {
    clearTimeout(timer);
    end();
  };
}

async function foldersIn(tops: readonly string[]): Promise<string[]> {
  const below = await Promise.all(
    tops.map(async (top) => {
      const entries = await readdir(top, { recursive: true, withFileTypes: true });
      return entries.filter((entry) => entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name));
    }),
  );
  return [...tops, ...below.flat()];
}

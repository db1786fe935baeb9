/** What a program that is no browser prints when it is started as one. */
import { expect, test } from "vitest";
import { startBrowser } from "../../scripts/browsers/browser-process.ts";

test.each(["chromium", "firefox"] as const)("a failed start as %s says what the program printed", async (name) => {
  // Node knows none of a browser's options, and says so.
  const starting = startBrowser(name, { executablePath: process.execPath, pipe: name === "chromium" });
  await expect(starting).rejects.toThrow(/\nThe browser printed:\n(?:.*\n)* {2}.*bad option/);
});

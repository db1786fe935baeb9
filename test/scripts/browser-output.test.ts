/** The output of a program that is not a browser, started as one. */
import { expect, test } from "vitest";
import { startBrowser } from "../../scripts/browsers/browser-process.ts";

test.each(["chromium", "firefox"] as const)("a failed start as %s reports what the program printed", async (name) => {
  // Node rejects a browser's options.
  const starting = startBrowser(name, { executablePath: process.execPath, pipe: name === "chromium" });
  await expect(starting).rejects.toThrow(/\nThe browser printed:\n(?:.*\n)* {2}.*bad option/);
});

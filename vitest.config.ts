/** Unit tests, and the e2e suite once for each browser: the same specs in real Chromium and real Firefox. */
import { defineConfig } from "vitest/config";
import { LongestFirst } from "./test/longest-first.ts";

export default defineConfig({
  test: {
    // Two browsers at once: on two cores more of them are slower.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: ["test/e2e/**"],
          // Pure functions: to load them again for each file would take most of the time.
          isolate: false,
          testTimeout: 60_000,
        },
      },
      ...["chromium", "firefox"].map((browserName) => ({
        test: {
          name: `e2e ${browserName}`,
          include: ["test/e2e/*.test.ts"],
          env: { HOPSCOPE_BROWSER: browserName },
          // A worker keeps its browser from one file to the next.
          isolate: false,
          // Real browsers on a busy machine: a limit against hanging, not a measure.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      })),
    ],
  },
});

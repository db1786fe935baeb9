/** Unit tests, and the e2e suite once for each browser: the same specs in real Chromium and real Firefox. */
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      { test: { name: "unit", include: ["test/**/*.test.ts"], exclude: ["test/e2e/**"], testTimeout: 60_000 } },
      ...["chromium", "firefox"].map((browserName) => ({
        test: {
          name: `e2e ${browserName}`,
          include: ["test/e2e/*.test.ts"],
          env: { HOPSCOPE_BROWSER: browserName },
          // Real browsers on a busy machine: a limit against hanging, not a measure.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      })),
    ],
  },
});

/** The browsers that Hopscope supports. Scenarios expect slightly different rows in each. */

/** Chromium comes first because most people have it. */
export const browserNames = ["chromium", "firefox"] as const;

export type BrowserName = (typeof browserNames)[number];

export const browserLabels = { chromium: "Chromium", firefox: "Firefox" } as const satisfies Record<
  BrowserName,
  string
>;

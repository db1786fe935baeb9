/** The one door for those who drive either browser. */
import type { BrowserSession, LaunchOptions } from "./browser-session.ts";
import type { BrowserName } from "./find-browser.ts";
import { launchChromium } from "./launch-chromium.ts";
import { launchFirefox } from "./launch-firefox.ts";

export function launchBrowser(name: BrowserName, options: LaunchOptions): Promise<BrowserSession> {
  return name === "chromium" ? launchChromium(options) : launchFirefox(options);
}

/** Launches either browser. */
import type { BrowserName } from "../../lab/browser-name.ts";
import type { BrowserSession, LaunchOptions } from "./browser-session.ts";
import { launchChromium } from "./launch-chromium.ts";
import { launchFirefox } from "./launch-firefox.ts";

export function launchBrowser(name: BrowserName, options: LaunchOptions): Promise<BrowserSession> {
  return name === "chromium" ? launchChromium(options) : launchFirefox(options);
}

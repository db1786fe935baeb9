/** Decides which browser a command uses: the requested one, otherwise an installed one. */
import { browserNames, type BrowserName } from "../lab/browser-name.ts";
import { ensureBrowser, findBrowser } from "./browsers/find-browser.ts";

export interface ChosenBrowser {
  readonly name: BrowserName;
  readonly executablePath: string;
}

export function chooseBrowser(asked: BrowserName | undefined): ChosenBrowser {
  const name = asked ?? browserNames.find((candidate) => findBrowser(candidate) !== undefined) ?? "chromium";
  return { name, executablePath: ensureBrowser(name, console.log) };
}

/** Other systems than Linux do not report a missing display, and rarely lack one. */
export function hasDisplay(): boolean {
  return process.platform !== "linux" || Boolean(process.env["DISPLAY"] || process.env["WAYLAND_DISPLAY"]);
}

/** Decides which browser a command uses: the one asked for, else the one that is there. */
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

/** Elsewhere than on Linux there is no sign of a missing display, and it is rarely missing. */
export function hasDisplay(): boolean {
  return process.platform !== "linux" || Boolean(process.env["DISPLAY"] || process.env["WAYLAND_DISPLAY"]);
}

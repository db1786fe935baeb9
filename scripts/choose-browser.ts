/** Decides which browser a command uses: the one asked for, else the one that is there. */
import { browserNames, type BrowserName } from "../lab/browser-name.ts";
import { ensureBrowser, findBrowser } from "./browsers/find-browser.ts";

export interface ChosenBrowser {
  readonly name: BrowserName;
  readonly executablePath: string;
}

export async function chooseBrowser(asked: BrowserName | undefined): Promise<ChosenBrowser> {
  const name = asked ?? browserNames.find((candidate) => findBrowser(candidate) !== undefined) ?? "chromium";
  const executablePath = await ensureBrowser(name, { install: true, say: console.log });
  return { name, executablePath };
}

/** Elsewhere than on Linux there is no sign of a missing display, and it is rarely missing. */
export function hasDisplay(): boolean {
  return process.platform !== "linux" || Boolean(process.env["DISPLAY"] || process.env["WAYLAND_DISPLAY"]);
}

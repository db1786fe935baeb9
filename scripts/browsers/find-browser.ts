/**
 * Finds an installed Chromium or Firefox, or installs one on a Debian-like system as root. It looks at: environment
 * variables, the PATH, the usual folders of each system, in this order.
 */
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, readFileSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import type { BrowserName } from "../../lab/browser-name.ts";

interface Places {
  /** Environment variables that name the executable, the most specific first. */
  readonly variables: readonly string[];
  readonly pathNames: readonly string[];
  readonly linux: readonly string[];
  readonly macApps: readonly string[];
  /** Below %ProgramFiles%, %ProgramFiles(x86)% or %LocalAppData%. */
  readonly windows: readonly string[];
  readonly debianPackages: readonly string[];
}

const PLACES: Record<BrowserName, Places> = {
  chromium: {
    variables: ["CHROMIUM_PATH", "CHROME_PATH"],
    pathNames: [
      "chromium",
      "chromium-browser",
      "google-chrome-stable",
      "google-chrome",
      "google-chrome-beta",
      "chrome",
      "microsoft-edge-stable",
    ],
    linux: [
      "/snap/bin/chromium",
      "/var/lib/flatpak/exports/bin/org.chromium.Chromium",
      "/opt/google/chrome/chrome",
      "/usr/lib/chromium/chromium",
    ],
    macApps: [
      "Chromium.app/Contents/MacOS/Chromium",
      "Google Chrome.app/Contents/MacOS/Google Chrome",
      "Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing",
      "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    ],
    windows: [
      "Chromium\\Application\\chrome.exe",
      "Google\\Chrome\\Application\\chrome.exe",
      "Microsoft\\Edge\\Application\\msedge.exe",
    ],
    debianPackages: ["chromium", "chromium-browser"],
  },
  firefox: {
    variables: ["FIREFOX_PATH"],
    pathNames: ["firefox", "firefox-esr", "firefox-developer-edition", "firefox-nightly"],
    linux: [
      "/snap/bin/firefox",
      "/opt/firefox/firefox",
      "/usr/lib/firefox/firefox",
      "/usr/lib/firefox-esr/firefox-esr",
    ],
    macApps: [
      "Firefox.app/Contents/MacOS/firefox",
      "Firefox Developer Edition.app/Contents/MacOS/firefox",
      "Firefox Nightly.app/Contents/MacOS/firefox",
    ],
    windows: ["Mozilla Firefox\\firefox.exe", "Firefox Developer Edition\\firefox.exe", "Firefox Nightly\\firefox.exe"],
    debianPackages: ["firefox-esr", "firefox"],
  },
};

const LABELS = { chromium: "Chromium or Chrome", firefox: "Firefox" } as const satisfies Record<BrowserName, string>;

/** The executable's path, or undefined when there is none. A variable that names no executable is an error. */
export function findBrowser(name: BrowserName): string | undefined {
  const places = PLACES[name];
  for (const variable of places.variables) {
    const path = process.env[variable];
    if (path === undefined || path === "") continue;
    if (isExecutable(path)) return path;
    throw new Error(`${variable} is set to "${path}", but there is no executable; correct it or unset it.`);
  }
  return [...onPath(places.pathNames), ...usualPaths(places)].find(isExecutable);
}

/** As findBrowser; throws an error that says what to do when the browser is missing. */
export function requireBrowser(name: BrowserName): string {
  const found = findBrowser(name);
  if (found !== undefined) return found;
  const { variables, debianPackages } = PLACES[name];
  throw new Error(
    `${LABELS[name]} was not found: install it (Debian: apt-get install ${debianPackages[0]}) ` +
      `or set ${variables[0]} to its executable.`,
  );
}

/** As requireBrowser, but first tries to install a missing browser with apt-get. `say` gets lines of progress. */
export function ensureBrowser(name: BrowserName, say: (line: string) => void): string {
  if (findBrowser(name) === undefined && canUseApt()) installWithApt(name, say);
  return requireBrowser(name);
}

function onPath(names: readonly string[]): string[] {
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  const suffix = process.platform === "win32" ? ".exe" : "";
  return names.flatMap((name) => folders.map((folder) => join(folder, name + suffix)));
}

function usualPaths(places: Places): string[] {
  if (process.platform === "darwin") {
    const folders = ["/Applications", join(homedir(), "Applications")];
    return places.macApps.flatMap((app) => folders.map((folder) => join(folder, app)));
  }
  if (process.platform === "win32") {
    const folders = ["ProgramFiles", "ProgramFiles(x86)", "LocalAppData"]
      .map((variable) => process.env[variable])
      .filter((folder) => folder !== undefined);
    return places.windows.flatMap((path) => folders.map((folder) => join(folder, path)));
  }
  return [...places.linux];
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile() && !isSnapScript(path);
  } catch {
    return false;
  }
}

/** On Ubuntu the browser on the PATH may be a script that only starts or installs the snap. */
function isSnapScript(path: string): boolean {
  if (process.platform !== "linux" || statSync(path).size > 4096) return false;
  return readFileSync(path, "utf8").includes("snap install");
}

function canUseApt(): boolean {
  return process.platform === "linux" && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
}

function installWithApt(name: BrowserName, say: (line: string) => void): void {
  say("apt-get update");
  apt(["update"]);
  // A bare container has no fonts, and then every letter on a screenshot is a box.
  const fonts = hasFonts() ? [] : ["fonts-noto-core"];
  for (const browserPackage of PLACES[name].debianPackages) {
    const packages = [browserPackage, ...fonts];
    say(`apt-get install ${packages.join(" ")} (this may take a few minutes)`);
    if (!apt(["install", "-y", "--no-install-recommends", ...packages])) {
      say(`apt-get could not install ${browserPackage}`);
    } else if (findBrowser(name) !== undefined) {
      return;
    }
  }
}

function apt(args: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return spawnSync("apt-get", args, { env, stdio: "ignore" }).status === 0;
}

function hasFonts(): boolean {
  return ["/usr/share/fonts/truetype", "/usr/share/fonts/opentype", "/usr/local/share/fonts"].some(existsSync);
}

/** Follows the theme of DevTools; in a window of its own, the one of the system. The styles read `data-theme`. */
import browser from "webextension-polyfill";

/** Chromium's own way to tell of a change; the polyfill has only Firefox's. */
interface ThemeEvents {
  readonly themeName: string;
  readonly onThemeChanged?: { addListener(listener: (themeName: string) => void): void };
  readonly setThemeChangeHandler?: (listener: (themeName: string) => void) => void;
}

export function followTheme(root: HTMLElement): void {
  const show = (isDark: boolean) => {
    root.dataset["theme"] = isDark ? "dark" : "light";
  };
  if (browser.devtools === undefined) {
    const dark = matchMedia("(prefers-color-scheme: dark)");
    dark.addEventListener("change", () => show(dark.matches));
    show(dark.matches);
    return;
  }
  const panels: ThemeEvents = browser.devtools.panels;
  const showNamed = (themeName: string) => show(themeName === "dark");
  panels.onThemeChanged?.addListener(showNamed);
  panels.setThemeChangeHandler?.(showNamed);
  showNamed(panels.themeName);
}

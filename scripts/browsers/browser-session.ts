/**
 * What scripts and tests can do with a browser, the same for both browsers. launch-browser.ts creates it; its users
 * need not know which browser it drives.
 */
import type { BrowserName } from "../../lab/browser-name.ts";
import type { Target } from "./find-target.ts";
import type { Browser, Page } from "puppeteer-core";

export interface LaunchOptions {
  /** The unpacked extension under test: a folder with a manifest.json. */
  readonly extensionDir: string;
  readonly executablePath: string;
  readonly headless: boolean;
  /** Host names that resolve to this machine. */
  readonly hosts: readonly string[];
  /** How to trust the lab's certificate without the system's store and with HSTS still enforced. */
  readonly trust: {
    /** The certificate authority, DER as base64 (a PEM without its frame). */
    readonly caCertificateBase64: string;
    /** SHA-256 of the server's public key (SubjectPublicKeyInfo, DER) as base64. */
    readonly spkiSha256Base64: string;
  };
  /**
   * A host whose ports 80 and 443 map to this port of this machine. Chromium only: Firefox maps names, not ports.
   */
  readonly portlessHost?: { readonly name: string; readonly port: number };
  /** Other extensions to install as well, for example one that redirects. */
  readonly extraExtensionDirs?: readonly string[];
  /** Resolves no host names but `hosts`: tests never leave this machine. Default false. */
  readonly isOffline?: boolean;
  /** Where files are saved without asking. Default: the browser's own folder. */
  readonly downloadDir?: string;
}

export interface BrowserSession {
  readonly name: BrowserName;
  /** For display, for example "Chromium 156.0.8078.79". */
  readonly version: string;
  readonly browser: Browser;
  /** Opens a tab in the foreground; the first call returns the tab the browser started with. */
  newPage(): Promise<Page>;
  /**
   * Loads a URL and resolves when the load has ended, with the browser's name of the failure, or undefined. Unlike
   * `page.goto` it does not throw, not even when a script, a download or HSTS replaces the load.
   */
  visit(page: Page, url: string): Promise<string | undefined>;
  /** The URL of a file of the extension; `path` has no leading slash. */
  extensionUrl(path: string): string;
  /**
   * Opens a tab with a file of the extension. In Firefox `page.url()` stays about:blank (launch-firefox.ts says why).
   */
  openExtensionPage(path: string): Promise<Page>;
  /** Opens DevTools of that tab if they are closed, and selects the extension's panel. */
  openPanel(page: Page): Promise<PanelHandle>;
  closeDevTools(page: Page): Promise<void>;
  /** Emulates forced colors (`forced-colors: active`) for a page. */
  forceColors(page: Page): Promise<void>;
  /** What the browser's Network panel would save as HAR. In Firefox it starts recording at the first call. */
  networkHar(page: Page): Promise<string>;
  /** What the browser's Network panel imports from a HAR: method, URL and status of each request. */
  readInNetworkPanel(page: Page, har: string): Promise<readonly string[]>;
  /** Stops the service worker (Chromium) or event page (Firefox), as the browser does when it is idle. */
  stopBackground(): Promise<void>;
  /** Requests garbage collection in the extension's process; it happens within about a second. */
  collectGarbage(): Promise<void>;
  /** Grants the extension access to all sites (the state after launch) or revokes it, as a user can. */
  setSiteAccess(isGranted: boolean): Promise<void>;
  /** Allows the extension in private windows. The browser restarts it for that, so open its pages afterwards. */
  allowInPrivateWindows(): Promise<void>;
  /** The WebExtension tab id. In Chromium the first call for a tab brings it to the front. */
  tabId(page: Page): Promise<number>;
  /** Load errors, uncaught exceptions and console.error of every part of the extension since the launch. */
  consoleErrors(): Promise<readonly string[]>;
  /** Ends all processes and deletes the profile. */
  close(): Promise<void>;
}

export interface WaitOptions<A extends readonly unknown[]> {
  /** Default 10 000. */
  readonly timeoutMs?: number;
  readonly args?: A;
  /** Waits for this exact value, compared as JSON, instead of a truthy one. */
  readonly equals?: unknown;
}

export interface PanelHandle {
  /** Runs the function in the panel's document, without access to outer variables; arguments and result are JSON. */
  evaluate<A extends readonly unknown[], T>(fn: (...args: A) => T, ...args: A): Promise<Awaited<T>>;
  /** Clicks the middle of the target with the mouse, as soon as it is visible. */
  click(target: Target, button?: MouseButton): Promise<void>;
  /** Drags the middle of the target with the left mouse button by so many CSS pixels. */
  drag(target: Target, by: { readonly x: number; readonly y: number }): Promise<void>;
  /** A real key press: "a", "Enter", "ArrowDown", "Shift+Tab", "Control+f". */
  press(key: string): Promise<void>;
  /** Calls the function at each change of the panel until it returns something truthy, and returns that. */
  waitFor<A extends readonly unknown[], T>(fn: (...args: A) => T, options?: WaitOptions<A>): Promise<Awaited<T>>;
  /** A PNG of the whole DevTools window, its toolbar included. */
  screenshot(path: string): Promise<void>;
  /** Sets the theme of DevTools; the panel follows it by itself. */
  setTheme(theme: Theme): Promise<void>;
  /** Undocks DevTools into a window with this inner size, in CSS pixels. */
  setSize(width: number, height: number): Promise<void>;
}

export type MouseButton = "left" | "right";

export type Theme = "light" | "dark";

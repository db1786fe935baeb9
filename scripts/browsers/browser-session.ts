/**
 * What the demo, the recorder and the e2e tests may do with a browser, in the words both browsers share.
 * launch-browser.ts makes one of these; nothing above it needs to know which browser it drives.
 */
import type { BrowserName } from "../../lab/browser-name.ts";
import type { Target } from "./find-target.ts";
import type { Browser, Page } from "puppeteer-core";

export interface LaunchOptions {
  /** The unpacked extension under test: a folder with a manifest.json. */
  readonly extensionDir: string;
  readonly executablePath: string;
  readonly headless: boolean;
  /** Host names that shall mean this machine. */
  readonly hosts: readonly string[];
  /** How to trust the lab's certificate without touching the system's store and with HSTS still honoured. */
  readonly trust: {
    /** The certificate authority, DER as base64 (a PEM without its frame). */
    readonly caCertificateBase64: string;
    /** SHA-256 of the server's public key (SubjectPublicKeyInfo, DER) as base64. */
    readonly spkiSha256Base64: string;
  };
  /**
   * A host whose ports 80 and 443 shall mean this port of this machine. Chromium only: Firefox can map names, not ports.
   */
  readonly portlessHost?: { readonly name: string; readonly port: number };
  /** Further extensions to install beside, for example one that redirects by itself. */
  readonly extraExtensionDirs?: readonly string[];
  /** No name but those of `hosts` is looked up: tests never leave this machine. Default false. */
  readonly isOffline?: boolean;
  /** Where saved files go, without asking. Default: where the browser would put them. */
  readonly downloadDir?: string;
  /** Opens DevTools with the extension's panel in every tab that newPage makes. Default false. */
  readonly openDevTools?: boolean;
}

export interface BrowserSession {
  readonly name: BrowserName;
  /** For people, for example "Chromium 156.0.8078.79". */
  readonly version: string;
  readonly browser: Browser;
  /** A new tab in front of the others; the first call hands out the tab the browser started with. */
  newPage(): Promise<Page>;
  /**
   * Loads an address and resolves when that load has ended, with what the browser calls its failure, or undefined.
   * Unlike `page.goto` it neither throws nor minds that a script, a download or HSTS takes the load over.
   */
  visit(page: Page, url: string): Promise<string | undefined>;
  /** The address of a file of the extension; `path` has no leading slash. */
  extensionUrl(path: string): string;
  /** A tab that shows a file of the extension. In Firefox `page.url()` stays about:blank; see open-extension-page. */
  openExtensionPage(path: string): Promise<Page>;
  /** Opens the real DevTools of that tab, if they are not open, and selects the extension's panel. */
  openPanel(page: Page): Promise<PanelHandle>;
  closeDevTools(page: Page): Promise<void>;
  /** Shows a page with the few colours that a person may force on all of them (`forced-colors`). */
  forceColors(page: Page): Promise<void>;
  /** What the browser's own Network panel would save as HAR now. In Firefox it begins to listen at the first call. */
  networkHar(page: Page): Promise<string>;
  /** What the importer of the browser's own Network panel reads in a HAR: method, URL and status of each request. */
  readInNetworkPanel(page: Page, har: string): Promise<readonly string[]>;
  /** Ends the service worker (Chromium) or event page (Firefox), as the browser does when it is idle. */
  stopBackground(): Promise<void>;
  /** Makes the extension's process let go of what nothing needs any more, within a second or so. */
  collectGarbage(): Promise<void>;
  /** Lets the extension see all sites (as it is after the launch), or takes that back, as a person may. */
  setSiteAccess(isGranted: boolean): Promise<void>;
  /** Lets the extension see private windows; the browser starts it anew for that, so open its pages afterwards. */
  allowInPrivateWindows(): Promise<void>;
  /** The WebExtension's id of that tab. In Chromium the first call for a tab brings it to the front. */
  tabId(page: Page): Promise<number>;
  /** Load errors, uncaught exceptions and console.error of every part of the extension since the launch. */
  consoleErrors(): Promise<readonly string[]>;
  /** Leaves neither a process nor a profile behind. */
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
  /** Runs the function in the panel's document. It sees no variables from here; arguments and result are JSON. */
  evaluate<A extends readonly unknown[], T>(fn: (...args: A) => T, ...args: A): Promise<Awaited<T>>;
  /** Clicks the middle of the target with the mouse, as soon as it is visible. */
  click(target: Target, button?: MouseButton): Promise<void>;
  /** Drags the middle of the target with the left mouse button by so many CSS pixels. */
  drag(target: Target, by: { readonly x: number; readonly y: number }): Promise<void>;
  /** A real key press: "a", "Enter", "ArrowDown", "Shift+Tab", "Control+f". */
  press(key: string): Promise<void>;
  /** Asks at each change of the panel until the answer is truthy, and returns it. */
  waitFor<A extends readonly unknown[], T>(fn: (...args: A) => T, options?: WaitOptions<A>): Promise<Awaited<T>>;
  /** A PNG of the whole DevTools window, its toolbar included. */
  screenshot(path: string): Promise<void>;
  /** Sets the theme of DevTools itself; what the panel makes of it is the panel's affair. */
  setTheme(theme: Theme): Promise<void>;
  /** Gives DevTools a window of their own (were they docked) with this inner size, in CSS pixels. */
  setSize(width: number, height: number): Promise<void>;
}

export type MouseButton = "left" | "right";

export type Theme = "light" | "dark";

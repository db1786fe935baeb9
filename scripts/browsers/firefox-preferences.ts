/**
 * The preferences of the temporary Firefox profile: host names, and no background activity. No first-run page, no
 * telemetry, no update, no network detection. puppeteer adds similar preferences.
 */
import type { LaunchOptions } from "./browser-session.ts";

export function firefoxPreferences(
  { hosts, headless, downloadDir }: LaunchOptions,
  /** Maps an add-on id to the UUID of its moz-extension: URLs. */
  extensionUuids: Readonly<Record<string, string>>,
): Record<string, string | number | boolean> {
  return {
    ...(downloadDir === undefined ? {} : savingFilesIn(downloadDir)),
    "network.dns.localDomains": hosts.join(","),
    "extensions.webextensions.uuids": JSON.stringify(extensionUuids),
    // The HSTS preload list, which puppeteer's profile turns off.
    "network.stricttransportsecurity.preloadlist": true,

    // Off by default in Firefox; scenarios test the ping of a link.
    "browser.send_pings": true,

    // DevTools undocked, or below the page. The console is the fastest panel to start with.
    "devtools.toolbox.host": headless ? "window" : "bottom",
    "devtools.toolbox.selectedTool": "webconsole",
    "devtools.toolbox.footer.height": 420,
    "devtools.everOpened": true,
    "devtools.selfxss.count": 100,
    "devtools.debugger.prompt-connection": false,
    "devtools.inspector.three-pane-first-run": false,

    "app.update.auto": false,
    "app.update.background.enabled": false,
    "app.normandy.enabled": false,
    "app.shield.optoutstudies.enabled": false,
    "browser.aboutwelcome.enabled": false,
    "browser.discovery.enabled": false,
    "browser.ml.enable": false,
    "browser.newtabpage.activity-stream.feeds.section.topstories": false,
    "browser.newtabpage.activity-stream.showSponsored": false,
    "browser.newtabpage.activity-stream.showSponsoredTopSites": false,
    "browser.region.network.url": "",
    "browser.region.update.enabled": false,
    "browser.search.serpEventTelemetryCategorization.enabled": false,
    "browser.tabs.closeWindowWithLastTab": false,
    "browser.topsites.contile.enabled": false,
    "browser.toolbars.bookmarks.visibility": "never",
    "browser.urlbar.quicksuggest.enabled": false,
    "datareporting.usage.uploadEnabled": false,
    "dom.push.connection.enabled": false,
    "extensions.systemAddon.update.enabled": false,
    "media.gmp-provider.enabled": false,
    "network.captive-portal-service.enabled": false,
    "network.connectivity-service.enabled": false,
    "network.dns.disablePrefetch": true,
    "network.trr.mode": 5,
    "termsofuse.acceptedVersion": 999,
    "termsofuse.bypassNotification": true,
    "toolkit.telemetry.enabled": false,
    "toolkit.telemetry.reportingpolicy.firstRun": false,
    "toolkit.telemetry.server": "",
    "toolkit.telemetry.unified": false,
    "trailhead.firstrun.didSeeAboutWelcome": true,
  };
}

function savingFilesIn(downloadDir: string): Record<string, string | number | boolean> {
  return {
    "browser.download.dir": downloadDir,
    // 2: in the folder named above.
    "browser.download.folderList": 2,
    "browser.download.useDownloadDir": true,
    "browser.download.alwaysOpenPanel": false,
  };
}

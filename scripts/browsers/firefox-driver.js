/**
 * Runs inside Firefox, in the privileged scope of its browser window: everything that needs the browser's own objects.
 * It defines an object of functions, which firefox-chrome-scope.ts calls by name. Plain JavaScript, because Firefox's
 * internals have no types; tested with Firefox ESR 153.
 */

globalThis.hopscopeDriver = (() => {
  const { require } = ChromeUtils.importESModule("resource://devtools/shared/loader/Loader.sys.mjs");
  const { gDevTools } = require("devtools/client/framework/devtools");
  const { NavigableManager } = ChromeUtils.importESModule("chrome://remote/content/shared/NavigableManager.sys.mjs");
  const { setTimeout } = ChromeUtils.importESModule("resource://gre/modules/Timer.sys.mjs");

  async function until(probe, whyNot, timeoutMs = 10_000) {
    const deadline = Date.now() + timeoutMs;
    for (;;) {
      const answer = probe();
      if (answer) return answer;
      if (Date.now() > deadline) throw new Error(whyNot());
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }

  /** BiDi only supports tabs. With this it also finds panels, and can evaluate, click and type in them. */
  const panelFinders = new Map();
  const getTabBrowser = NavigableManager.getBrowserById;
  NavigableManager.getBrowserById = function (id) {
    const findPanel = panelFinders.get(id);
    return findPanel ? findPanel() : getTabBrowser.call(this, id);
  };

  function tabOf(contextId) {
    const browser = getTabBrowser.call(NavigableManager, contextId);
    const tab = browser?.ownerDocument.defaultView.gBrowser.getTabForBrowser(browser);
    if (!tab) throw new Error("Firefox: there is no such tab (was the page closed?)");
    return tab;
  }

  function toolboxOf(contextId) {
    const toolbox = gDevTools.getToolboxForTab(tabOf(contextId));
    if (!toolbox) throw new Error("Firefox: DevTools are not open for this tab");
    return toolbox;
  }

  const extensionOf = (id) => WebExtensionPolicy.getByID(id).extension;
  /** Listeners of current loads: Firefox keeps weak references only, and would collect them during a slow load. */
  const visits = new Set();

  return {
    /** Trusts the certificate authority for servers, as if a user had imported it. */
    trustAuthority(certificateBase64) {
      Cc["@mozilla.org/security/x509certdb;1"].getService(Ci.nsIX509CertDB).addCertFromBase64(certificateBase64, "C,,");
    },

    grantedOrigins: (extensionId) => extensionOf(extensionId).allowedOrigins.patterns.map(({ pattern }) => pattern),

    backgroundState: (extensionId) => extensionOf(extensionId).backgroundState,

    stopBackground: (extensionId) =>
      extensionOf(extensionId).terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true }),

    /** What "Minimize memory usage" on about:memory does in all processes. */
    collectGarbage() {
      Services.obs.notifyObservers(null, "child-mmu-request");
    },

    tabId(contextId) {
      const { ExtensionParent } = ChromeUtils.importESModule("resource://gre/modules/ExtensionParent.sys.mjs");
      return ExtensionParent.apiManager.global.tabTracker.getId(tabOf(contextId));
    },

    /** Loads a URL as BiDi's navigate does, and resolves with the failure's name, or "" on success. */
    visit(contextId, url) {
      const { linkedBrowser } = tabOf(contextId);
      const { STATE_START, STATE_STOP, STATE_IS_NETWORK } = Ci.nsIWebProgressListener;
      return new Promise((resolve) => {
        let started = false;
        const listener = {
          QueryInterface: ChromeUtils.generateQI(["nsIWebProgressListener", "nsISupportsWeakReference"]),
          onStateChange(progress, request, flags, status) {
            if (!progress.isTopLevel || (flags & STATE_IS_NETWORK) === 0) return;
            if (flags & STATE_START) started = true;
            // A stop before our start belongs to the previous load.
            if (!(flags & STATE_STOP) || !started) return;
            end(Components.isSuccessCode(status) ? "" : ChromeUtils.getXPCOMErrorName(status));
          },
          /**
           * A load that is blocked immediately (a blocked port) neither starts nor stops; only its error page loads.
           */
          onLocationChange(progress) {
            if (started || !progress.isTopLevel) return;
            const { spec } = linkedBrowser.documentURI ?? {};
            const shown = new URLSearchParams(spec?.startsWith("about:neterror?") ? spec.slice(15) : "");
            if (shown.get("u") === url) end(shown.get("e"));
          },
        };
        const end = (failure) => {
          visits.delete(listener);
          linkedBrowser.removeProgressListener(listener);
          resolve(failure);
        };
        const { NOTIFY_STATE_NETWORK, NOTIFY_LOCATION } = Ci.nsIWebProgress;
        visits.add(listener);
        linkedBrowser.addProgressListener(listener, NOTIFY_STATE_NETWORK | NOTIFY_LOCATION);
        linkedBrowser.loadURI(Services.io.newURI(url), {
          loadFlags: Ci.nsIWebNavigation.LOAD_FLAGS_IS_LINK,
          triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal(),
        });
      });
    },

    /** What a user does in about:addons, under "Permissions and data". */
    async setSiteAccess(extensionId, isGranted) {
      const url = "resource://gre/modules/ExtensionPermissions.sys.mjs";
      const { ExtensionPermissions } = ChromeUtils.importESModule(url);
      const change = isGranted ? "add" : "remove";
      const allSites = { permissions: [], origins: ["<all_urls>"] };
      await ExtensionPermissions[change](extensionId, allSites, extensionOf(extensionId));
    },

    /** "Run in Private Windows" in about:addons, which reloads the extension in the same way. */
    async allowInPrivateWindows(extensionId) {
      const { ExtensionPermissions } = ChromeUtils.importESModule(
        "resource://gre/modules/ExtensionPermissions.sys.mjs",
      );
      const { AddonManager } = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
      const permission = { permissions: ["internal:privateBrowsingAllowed"], origins: [] };
      await ExtensionPermissions.add(extensionId, permission, extensionOf(extensionId));
      const addon = await AddonManager.getAddonByID(extensionId);
      await addon.reload();
    },

    /** Opens the toolbox, selects the extension's panel and returns an id by which BiDi finds the panel. */
    async openPanel(contextId, extensionId, title) {
      const toolbox = await gDevTools.showToolboxForTab(tabOf(contextId));
      const policy = WebExtensionPolicy.getByID(extensionId);
      const prefix = `webext-devtools-panel-${extensionId.replace(/[^a-z0-9_-]/gi, "_")}-`;
      const tool = await until(
        () => toolbox.getAdditionalTools().find(({ id, label }) => id.startsWith(prefix) && label === title),
        () => {
          const labels = [...toolbox.panelDefinitions, ...toolbox.getAdditionalTools()];
          return `Firefox: the toolbox shows no panel titled ${title}; it has: ${labels.map(({ label }) => label).join(", ")}`;
        },
        20_000,
      );
      await toolbox.selectTool(tool.id);
      // Looked up at each use: the panel reloads when the toolbox moves to another window.
      const findPanel = () =>
        toolbox.doc
          ?.getElementById(`toolbox-panel-iframe-${tool.id}`)
          ?.contentDocument?.getElementById("webext-panels-browser") ?? null;
      await until(
        () => findPanel()?.currentURI?.prePath === `moz-extension://${policy.mozExtensionHostname}`,
        () => `Firefox: the panel ${title} is selected, but shows ${findPanel()?.currentURI?.spec ?? "nothing"}`,
      );
      const panelId = `${contextId}/${tool.id}`;
      panelFinders.set(panelId, findPanel);
      return panelId;
    },

    /** What "Save All As HAR" would save: the Network panel need not be in front. */
    networkHar: async (contextId) => JSON.stringify({ log: await toolboxOf(contextId).getHARFromNetMonitor() }),
    /** Without it keys arrive, but the panel does not have the focus and shows no focus ring. */
    focusPanel(panelId) {
      const panel = panelFinders.get(panelId)?.();
      if (!panel) return;
      const ownWindow = panel.ownerDocument.defaultView.docShell.rootTreeItem.domWindow;
      if (Services.focus.activeWindow === ownWindow && panel.ownerDocument.activeElement === panel) return;
      Services.focus.activeWindow = ownWindow;
      Services.focus.setFocus(panel, 0);
    },

    async closeToolbox(contextId) {
      const tab = tabOf(contextId);
      await gDevTools.getToolboxForTab(tab)?.destroy();
      await until(
        () => !gDevTools.getToolboxForTab(tab),
        () => "Firefox: DevTools did not close",
      );
    },

    async setTheme(contextId, theme) {
      Services.prefs.setCharPref("devtools.theme", theme);
      const root = toolboxOf(contextId).doc.documentElement;
      await until(
        () => root.classList.contains(`theme-${theme}`),
        () => `Firefox: DevTools did not change to the ${theme} theme`,
      );
    },

    /** For the page in a tab, until the tab closes. */
    forceColors: (id) => void (tabOf(id).linkedBrowser.browsingContext.forcedColorsOverride = "active"),

    async setSize(contextId, width, height) {
      const toolbox = toolboxOf(contextId);
      if (toolbox.hostType !== "window") await toolbox.switchHost("window");
      const { win, topWindow } = toolbox;
      let askedAt = 0;
      await until(
        () => {
          if (win.innerWidth === width && win.innerHeight === height) return true;
          // Repeated: a window that is still opening restores its saved size afterwards.
          if (Date.now() - askedAt > 300) {
            askedAt = Date.now();
            topWindow.resizeBy(width - win.innerWidth, height - win.innerHeight);
          }
          return false;
        },
        () => `Firefox: DevTools should be ${width} x ${height}, but are ${win.innerWidth} x ${win.innerHeight}`,
      );
    },

    /** The toolbox as a PNG, base64. */
    async screenshot(contextId) {
      const { win, doc } = toolboxOf(contextId);
      // A snapshot omits scrollbar tracks; the background there must match the theme.
      const background = win.matchMedia("(prefers-color-scheme: dark)").matches ? "#232327" : "white";
      const bitmap = await win.browsingContext.currentWindowGlobal.drawSnapshot(null, 1, background);
      const canvas = doc.createElementNS("http://www.w3.org/1999/xhtml", "canvas");
      canvas.width = bitmap.width;
      canvas.height = bitmap.height;
      canvas.getContext("2d").drawImage(bitmap, 0, 0);
      return canvas.toDataURL("image/png").replace(/^.*,/, "");
    },
  };
})();

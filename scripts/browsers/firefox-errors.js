/**
 * Runs inside Firefox after firefox-driver.js: collects the errors of an extension. It needs neither a tab nor a
 * toolbox.
 */

{
  const errors = [];

  Object.assign(globalThis.hopscopeDriver, {
    /** Collects errors that the extension's documents throw (parent process) and log (their own process). */
    watchErrors(origin) {
      Services.console.registerListener({
        observe(message) {
          const isError = message instanceof Ci.nsIScriptError && (message.flags & Ci.nsIScriptError.warningFlag) === 0;
          if (isError && message.sourceName.startsWith(origin)) {
            const { sourceName, lineNumber, columnNumber, errorMessage } = message;
            errors.push(`${sourceName}:${lineNumber}:${columnNumber}: ${errorMessage}`);
          }
        },
      });
      Services.ppmm.addMessageListener("hopscope:console-error", ({ data }) => errors.push(data));
      const watchProcess = (extensionOrigin) => {
        const system = Cc["@mozilla.org/systemprincipal;1"].createInstance(Ci.nsIPrincipal);
        Cc["@mozilla.org/consoleAPI-storage;1"].getService(Ci.nsIConsoleAPIStorage).addLogEventListener((event) => {
          const { level, filename, arguments: words } = event.wrappedJSObject ?? event;
          if (!["error", "assert"].includes(level) || !filename.startsWith(extensionOrigin)) return;
          Services.cpmm.sendAsyncMessage(
            "hopscope:console-error",
            `${filename}: ${Array.from(words, String).join(" ")}`,
          );
        }, system);
      };
      const source = `(${String(watchProcess)})(${JSON.stringify(origin)})`;
      Services.ppmm.loadProcessScript(`data:,${encodeURIComponent(source)}`, true);
    },

    errors(extensionId) {
      const { warnings = [], errors: loadErrors = [] } = WebExtensionPolicy.getByID(extensionId).extension;
      return [...loadErrors, ...warnings, ...errors];
    },
  });
}

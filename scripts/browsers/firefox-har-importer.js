/**
 * Runs inside Firefox after firefox-driver.js: the HAR importer of the Network panel. its It needs neither a tab nor a
 * toolbox.
 */

globalThis.hopscopeDriver.readInNetworkPanel = (har) => {
  const { require } = ChromeUtils.importESModule("resource://devtools/shared/loader/Loader.sys.mjs");
  const { HarImporter } = require("devtools/client/netmonitor/src/har/har-importer");
  const requests = new Map();
  // Stands in for the panel's request list.
  new HarImporter({
    clearRequests() {},
    addTimingMarker() {},
    addRequest: (id, { method, url }) => requests.set(id, `${method} ${url}`),
    updateRequest: (id, { status }) => requests.set(id, `${requests.get(id)} ${status}`),
  }).import(har);
  return [...requests.values()];
};

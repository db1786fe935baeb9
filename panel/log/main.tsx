/** The panel page: in DevTools it shows the inspected tab, in an ordinary tab the one of `?tabId=N`. */
import { effect } from "@preact/signals";
import { render } from "preact";
import browser from "webextension-polyfill";
import { noFilter } from "../../src/model/filter/filter-settings.ts";
import { App } from "./app.tsx";
import { connectBackground } from "./background-link.ts";
import { createPanelStore } from "./panel-store.ts";
import { text, uiLanguage } from "../ui/texts.ts";

document.documentElement.lang = uiLanguage();
document.title = `${text("panelTitle")} · Hopscope`;

const tabId = shownTabId();
if (tabId === undefined) {
  document.body.textContent = text("noTabId");
} else {
  const store = createPanelStore();
  const link = connectBackground(tabId, store.apply, (status) => {
    store.linkStatus.value = status;
  });
  // The background remembers it for the tab's next panel.
  effect(() => {
    const filter = store.filter.settings.value;
    if (filter !== (store.tabState.peek().filter ?? noFilter)) link.send({ type: "set-filter", filter });
  });
  render(<App store={store} link={link} />, document.body);
}

function shownTabId(): number | undefined {
  const asked = new URLSearchParams(location.search).get("tabId");
  if (asked !== null) return /^\d{1,10}$/.test(asked) ? Number(asked) : undefined;
  return browser.devtools?.inspectedWindow.tabId;
}

/** The panel page. In DevTools it shows the inspected tab, in a browser tab the one of `?tabId=N`. */
import { createPanelStore } from "./panel-store.ts";
import { effect } from "@preact/signals";
import { render } from "preact";
import browser from "../../src/browser-api.ts";
import { App } from "./app.tsx";
import { connectBackground } from "./background-link.ts";
import { text, uiLanguage } from "../ui/texts.ts";

document.documentElement.lang = uiLanguage();
document.title = `${text("panelTitle")} · Hopscope`;

const tabId = shownTabId();
if (tabId === undefined) {
  document.body.textContent = text("noTabId");
} else {
  const store = createPanelStore();
  const link = connectBackground(tabId, store.apply, store.connection.setStatus);
  // The background keeps it for the tab's next panel.
  effect(() => {
    const filter = store.filter.changedSettings.value;
    if (filter !== undefined) link.send({ type: "set-filter", filter });
  });
  render(<App store={store} link={link} />, document.body);
}

function shownTabId(): number | undefined {
  const parameter = new URLSearchParams(location.search).get("tabId");
  if (parameter !== null) return /^\d{1,10}$/.test(parameter) ? Number(parameter) : undefined;
  return browser.devtools?.inspectedWindow.tabId;
}

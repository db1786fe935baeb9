/** The hidden page that DevTools loads once per window: it adds the panel, and nothing else. */
import browser from "webextension-polyfill";
import { text } from "../ui/texts.ts";

// Chromium resolves both paths from the extension's root; so does Firefox when they begin with a slash.
void browser.devtools.panels.create(text("panelTitle"), "/icons/hopscope-32.png", "/panel/log/panel.html");

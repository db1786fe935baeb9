/**
 * The extension's panel inside Firefox's real toolbox. firefox-driver.js exposes it as a BiDi context, so scripts,
 * clicks and keys are BiDi's own and reach the panel as a user's would.
 */
import { writeFile } from "node:fs/promises";
import type { PanelHandle } from "./browser-session.ts";
import { resultString, type ChromeScope } from "./firefox-chrome-scope.ts";
import { parseKeyChord, webdriverKey } from "./key-chord.ts";
import { makePanelHandle } from "./panel-handle.ts";

export interface FirefoxPanelOptions {
  /** BiDi's id of the inspected tab. */
  readonly tab: string;
  readonly extensionId: string;
  readonly title: string;
}

export async function openFirefoxPanel(
  scope: ChromeScope,
  { tab, extensionId, title }: FirefoxPanelOptions,
): Promise<PanelHandle> {
  const context = String(await scope.call("openPanel", tab, extensionId, title));
  const performActions = (actions: object): Promise<unknown> =>
    scope.send("input.performActions", { context, actions: [actions] });

  /** Moves the mouse to the middle of the element, then performs the actions. */
  async function pointAt(selector: string, then: readonly object[]): Promise<void> {
    const found = await scope.evaluate(
      context,
      `(() => {
        const element = document.querySelector(${JSON.stringify(selector)});
        element?.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
        return element;
      })()`,
    );
    const sharedId = found.result?.sharedId;
    if (sharedId === undefined) throw new Error(`Firefox: the panel no longer has "${selector}"`);
    await performActions({
      type: "pointer",
      id: "mouse",
      parameters: { pointerType: "mouse" },
      actions: [{ type: "pointerMove", x: 0, y: 0, origin: { type: "element", element: { sharedId } } }, ...then],
    });
  }

  const panel = makePanelHandle({
    run: async (source) => resultString(await scope.evaluate(context, source), "the panel"),

    async clickNow(selector, button) {
      const number = button === "right" ? 2 : 0;
      await pointAt(selector, [
        { type: "pointerDown", button: number },
        { type: "pointerUp", button: number },
      ]);
    },

    async dragNow(selector, { x, y }) {
      await pointAt(selector, [
        { type: "pointerDown", button: 0 },
        { type: "pointerMove", x, y, origin: "pointer" },
        { type: "pointerUp", button: 0 },
      ]);
    },

    async press(text) {
      const { modifiers, key } = parseKeyChord(text);
      const values = [...modifiers, key].map(webdriverKey);
      await scope.call("focusPanel", context);
      await performActions({
        type: "key",
        id: "keyboard",
        actions: [
          ...values.map((value) => ({ type: "keyDown", value })),
          ...values.toReversed().map((value) => ({ type: "keyUp", value })),
        ],
      });
    },

    async screenshot(path) {
      await writeFile(path, Buffer.from(String(await scope.call("screenshot", tab)), "base64"));
    },
    async setTheme(theme) {
      await scope.call("setTheme", tab, theme);
    },
    async setSize(width, height) {
      await scope.call("setSize", tab, width, height);
      await panel.waitFor((expected) => Math.abs(innerWidth - expected) < 2, { args: [width] });
    },
  });
  await panel.waitFor(() => document.readyState === "complete" && location.protocol === "moz-extension:");
  return panel;
}

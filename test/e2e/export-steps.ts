/** User actions with the Export menu, the clipboard and files. */
import { button } from "../../scripts/browsers/panel-page.ts";
import type { PanelHandle } from "../../scripts/browsers/browser-session.ts";

export async function openMenu(panel: PanelHandle): Promise<void> {
  await panel.click(button("export"));
  await panel.waitFor(() => document.activeElement?.getAttribute("role") === "menuitem");
}

/** Pastes into a temporary text field of the panel with the keyboard. */
export async function clipboardText(panel: PanelHandle): Promise<string> {
  await panel.evaluate(() => {
    const area = document.createElement("textarea");
    area.id = "paste-here";
    area.style.cssText = "position:fixed;inset:0;z-index:9";
    document.body.append(area);
  });
  await panel.click("#paste-here");
  await panel.press("Control+v");
  const text = await panel.waitFor(() => document.querySelector<HTMLTextAreaElement>("#paste-here")?.value);
  await panel.evaluate(() => document.querySelector("#paste-here")?.remove());
  return text ?? "";
}

/** Chooses a file as the browser's dialog does, or drops it on the list. */
export function giveFile(
  panel: PanelHandle,
  how: "choose" | "drop",
  name: string,
  content: string | Uint8Array,
): Promise<void> {
  return panel.evaluate(
    (isDrop, fileName, base64) => {
      const transfer = new DataTransfer();
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      transfer.items.add(new File([bytes], fileName));
      const input = document.querySelector<HTMLInputElement>("input[type=file]");
      if (isDrop) {
        const event = new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true });
        document.querySelector("main")?.dispatchEvent(event);
      } else if (input !== null) {
        input.files = transfer.files;
        input.dispatchEvent(new Event("change", { bubbles: true }));
      }
    },
    how === "drop",
    name,
    Buffer.from(content).toString("base64"),
  );
}

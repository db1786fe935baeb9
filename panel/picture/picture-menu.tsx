/** The menu of the picture: copy or save it as SVG or PNG. */
import { useState } from "preact/hooks";
import type { Chain } from "../../src/model/chain/redirect-chain.ts";
import { MenuItem } from "../export/menu-items.tsx";
import { MenuButton } from "../ui/menu-button.tsx";
import { Icon } from "../ui/tool-button.tsx";
import { text } from "../ui/texts.ts";
import { copyPng, copySvg, savePng, saveSvg } from "./export-picture.ts";

const actions = [
  ["pictureCopy", "SVG", copySvg],
  ["pictureCopy", "PNG", copyPng],
  ["pictureSave", "SVG", saveSvg],
  ["pictureSave", "PNG", savePng],
] as const;

export function PictureMenu({ chain }: { readonly chain: Chain }) {
  const [outcome, setOutcome] = useState("");
  return (
    <div class="picture-bar">
      <h2>{text("pictureLabel")}</h2>
      <MenuButton
        label={text("pictureMenu")}
        outcome={outcome}
        items={(close) =>
          actions.map(([name, format, act]) => (
            <MenuItem
              key={`${name} ${format}`}
              label={text(name, format)}
              onClick={() => {
                close();
                act(chain).then(setOutcome, (error: unknown) => setOutcome(text("exportFailed", String(error))));
              }}
            />
          ))
        }
      >
        <Icon path="M8 2.5v7.5M4.8 7 8 10.2 11.2 7M3 10.5V13h10v-2.5" />
        <span aria-hidden="true">▾</span>
      </MenuButton>
    </div>
  );
}

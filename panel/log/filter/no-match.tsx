/** In place of the list, when the filter lets nothing through. */
import type { PanelStore } from "../panel-store.ts";
import { text } from "../../ui/texts.ts";

export function NoMatch({ store }: { readonly store: PanelStore }) {
  return (
    <div class="empty">
      <p>{text("filterNoMatch")}</p>
      <button type="button" onClick={store.filter.clear}>
        {text("filterClear")}
      </button>
    </div>
  );
}

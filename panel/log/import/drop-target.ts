/** For the whole panel: a file can be dropped anywhere, and while one is over the panel it shows that it would take it. */
import { useSignal, type Signal } from "@preact/signals";
import type { PanelStore } from "../panel-store.ts";
import { openFile } from "./open-file.ts";

export function useDropTarget(store: PanelStore) {
  const isFileOver: Signal<boolean> = useSignal(false);
  return {
    isFileOver: isFileOver.value,
    handlers: {
      onDragOver(event: DragEvent) {
        if (event.dataTransfer?.types.includes("Files") !== true) return;
        event.preventDefault();
        isFileOver.value = true;
      },
      /** Also told when the pointer goes from one element to the next within the panel. */
      onDragLeave(event: DragEvent & { readonly currentTarget: HTMLElement }) {
        const { relatedTarget, currentTarget } = event;
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) isFileOver.value = false;
      },
      onDrop(event: DragEvent) {
        isFileOver.value = false;
        const file = event.dataTransfer?.files[0];
        if (file === undefined) return;
        event.preventDefault();
        void openFile(file, store);
      },
    },
  };
}

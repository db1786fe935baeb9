/** Lets the user drop a file anywhere on the panel, and highlights the panel while a file is over it. */
import { useSignal, type Signal } from "@preact/signals";

export function useDropTarget(onFile: (file: File) => Promise<void>) {
  const isFileOver: Signal<boolean> = useSignal(false);
  return {
    isFileOver: isFileOver.value,
    handlers: {
      onDragOver(event: DragEvent) {
        if (event.dataTransfer?.types.includes("Files") !== true) return;
        event.preventDefault();
        isFileOver.value = true;
      },
      /** Also fires when the pointer moves between elements of the panel. */
      onDragLeave(event: DragEvent & { readonly currentTarget: HTMLElement }) {
        const { relatedTarget, currentTarget } = event;
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) isFileOver.value = false;
      },
      onDrop(event: DragEvent) {
        isFileOver.value = false;
        const file = event.dataTransfer?.files[0];
        if (file === undefined) return;
        event.preventDefault();
        void onFile(file);
      },
    },
  };
}

/** Lets the user drop a file anywhere on the panel, and highlights the panel while a file is over it. */
import { useState } from "preact/hooks";

export function useDropTarget(onFile: (file: File) => Promise<void>) {
  const [isFileOver, setFileOver] = useState(false);
  return {
    isFileOver,
    handlers: {
      onDragOver(event: DragEvent) {
        if (event.dataTransfer?.types.includes("Files") !== true) return;
        event.preventDefault();
        setFileOver(true);
      },
      /** Also fires when the pointer moves between elements of the panel. */
      onDragLeave(event: DragEvent & { readonly currentTarget: HTMLElement }) {
        const { relatedTarget, currentTarget } = event;
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setFileOver(false);
      },
      onDrop(event: DragEvent) {
        setFileOver(false);
        const file = event.dataTransfer?.files[0];
        if (file === undefined) return;
        event.preventDefault();
        void onFile(file);
      },
    },
  };
}

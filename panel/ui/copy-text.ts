/** Writes a text to the clipboard. Throws if the browser does not allow it. */
export async function copyText(content: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(content);
  } catch (error) {
    // Chromium blocks the Clipboard API in DevTools panels of extensions (156), but not execCommand.
    if (!copyBySelection(content)) throw error;
  }
}

function copyBySelection(content: string): boolean {
  const focused = document.activeElement;
  const area = document.createElement("textarea");
  area.value = content;
  area.className = "for-screen-readers";
  document.body.append(area);
  area.select();
  const isCopied = document.execCommand("copy");
  area.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return isCopied;
}

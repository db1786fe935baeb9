/** Puts a text on the clipboard; throws when the browser does not let it. */
export async function copyText(content: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(content);
  } catch (error) {
    // Chromium's DevTools keep the Clipboard API from the panels of extensions (seen in 156); the old way is open.
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

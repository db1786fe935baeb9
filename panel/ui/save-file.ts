/** Saves content as a download. */
export function saveFile(fileName: string, mediaType: string, parts: BlobPart[]): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(parts, { type: mediaType }));
  link.download = fileName;
  link.click();
  // Once started, the download keeps the blob alive; a minute is more than enough to start.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

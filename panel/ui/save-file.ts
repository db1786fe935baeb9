/** Offers a text or a picture as a download. */
export function saveFile(fileName: string, mediaType: string, parts: BlobPart[]): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(parts, { type: mediaType }));
  link.download = fileName;
  link.click();
  // The download has its own hold on the blob once it began; a minute is ample for that.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

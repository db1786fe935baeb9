/**
 * Finds the one HAR in a zip by its central directory (APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16). Zip64 and
 * methods other than "stored" and "deflate" are not read: no tool that writes HARs needs them.
 */

export type FoundHar =
  | { readonly content: Blob; readonly isPacked: boolean }
  | { readonly problem: "zip-no-har" | "zip-several-hars" | "zip-encrypted" | "pack-damaged" };

interface Entry {
  readonly name: string;
  readonly isEncrypted: boolean;
  readonly method: number;
  readonly packedSize: number;
  readonly headerAt: number;
}

const damaged: FoundHar = { problem: "pack-damaged" };

export async function findHar(zip: Blob): Promise<FoundHar> {
  const entries = await readDirectory(zip);
  if (entries === undefined) return damaged;
  const hars = named(entries, /\.har$/i);
  const [har, ...others] = hars.length > 0 ? hars : named(entries, /\.json$/i);
  if (har === undefined) return { problem: "zip-no-har" };
  if (others.length > 0) return { problem: "zip-several-hars" };
  if (har.isEncrypted) return { problem: "zip-encrypted" };
  const header = await viewOf(zip, har.headerAt, har.headerAt + 30);
  if (header.byteLength < 30 || header.getUint32(0, true) !== 0x04034b50) return damaged;
  const start = har.headerAt + 30 + header.getUint16(26, true) + header.getUint16(28, true);
  if (start + har.packedSize > zip.size || (har.method !== 0 && har.method !== 8)) return damaged;
  return { content: zip.slice(start, start + har.packedSize), isPacked: har.method === 8 };
}

/** Ignores the metadata files that macOS adds. */
function named(entries: readonly Entry[], ending: RegExp): readonly Entry[] {
  return entries.filter(({ name }) => ending.test(name) && !/^__MACOSX\/|(?:^|\/)\._/.test(name));
}

async function readDirectory(zip: Blob): Promise<readonly Entry[] | undefined> {
  // The end-of-directory record, and the longest comment that can follow it.
  const tail = await viewOf(zip, Math.max(0, zip.size - 22 - 0xffff), zip.size);
  let end = tail.byteLength - 22;
  while (end >= 0 && tail.getUint32(end, true) !== 0x06054b50) end -= 1;
  if (end < 0) return undefined;
  const start = tail.getUint32(end + 16, true);
  const directory = await viewOf(zip, start, start + tail.getUint32(end + 12, true));
  const entries: Entry[] = [];
  for (let at = 0; at + 46 <= directory.byteLength;) {
    if (directory.getUint32(at, true) !== 0x02014b50) return undefined;
    const nameLength = directory.getUint16(at + 28, true);
    if (at + 46 + nameLength > directory.byteLength) return undefined;
    entries.push({
      name: new TextDecoder().decode(new Uint8Array(directory.buffer, at + 46, nameLength)),
      isEncrypted: (directory.getUint16(at + 8, true) & 1) === 1,
      method: directory.getUint16(at + 10, true),
      packedSize: directory.getUint32(at + 20, true),
      headerAt: directory.getUint32(at + 42, true),
    });
    at += 46 + nameLength + directory.getUint16(at + 30, true) + directory.getUint16(at + 32, true);
  }
  return entries;
}

async function viewOf(file: Blob, start: number, end: number): Promise<DataView<ArrayBuffer>> {
  return new DataView(await file.slice(start, end).arrayBuffer());
}

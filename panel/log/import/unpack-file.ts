/**
 * Reads a file, and unpacks gzip (`.har.gz`) or a zip with one HAR. The platform decompresses; reading stops when the content
 * gets too large, so that a small file cannot fill the memory (decision D127).
 */
import { findHar } from "./zip-directory.ts";

export type PackProblem =
  | { readonly kind: "zip-no-har" | "zip-several-hars" | "zip-encrypted" | "pack-damaged" }
  | { readonly kind: "too-large" | "unpacked-too-large"; readonly max: number };

export type Unpacked = { readonly bytes: Uint8Array<ArrayBuffer> } | { readonly problem: PackProblem };

export async function unpackFile(file: Blob, maxBytes: number): Promise<Unpacked> {
  const [first, second, third, fourth] = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  if (first === 0x1f && second === 0x8b) return decompressed(file, "gzip", maxBytes);
  // "PK", then the signature of an entry or of the end of an empty archive.
  const isZip = first === 0x50 && second === 0x4b && (third === 3 || third === 5) && fourth === third + 1;
  if (isZip) return unzipped(file, maxBytes);
  if (file.size > maxBytes) return { problem: { kind: "too-large", max: maxBytes } };
  return { bytes: new Uint8Array(await file.arrayBuffer()) };
}

async function unzipped(file: Blob, maxBytes: number): Promise<Unpacked> {
  const found = await findHar(file);
  if ("problem" in found) return { problem: { kind: found.problem } };
  if (found.isPacked) return decompressed(found.content, "deflate-raw", maxBytes);
  return (await limitedBytes(found.content.stream(), maxBytes)) ?? tooLarge(maxBytes);
}

async function decompressed(packed: Blob, format: CompressionFormat, maxBytes: number): Promise<Unpacked> {
  try {
    const stream = packed.stream().pipeThrough(new DecompressionStream(format));
    return (await limitedBytes(stream, maxBytes)) ?? tooLarge(maxBytes);
  } catch (error) {
    // A DOMException means that the file cannot be read; anything else, that the decompressor cannot unpack it.
    if (error instanceof DOMException) throw error;
    return { problem: { kind: "pack-damaged" } };
  }
}

function tooLarge(maxBytes: number): Unpacked {
  return { problem: { kind: "unpacked-too-large", max: maxBytes } };
}

async function limitedBytes(stream: ReadableStream<Uint8Array<ArrayBuffer>>, maxBytes: number) {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return { bytes: new Uint8Array(await new Blob(chunks).arrayBuffer()) };
    size += value.byteLength;
    if (size > maxBytes) {
      await reader.cancel();
      return undefined;
    }
    chunks.push(value);
  }
}

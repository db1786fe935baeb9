/**
 * Reads a request's body and describes it without keeping it: size, content type, names of the form fields. A response
 * before the body was read may reset the connection instead of redirecting, so every route waits for this.
 */
import type { IncomingMessage } from "node:http";

export interface RequestBody {
  readonly sizeBytes: number;
  readonly contentType: string | undefined;
  /** In the order sent, with repeats; undefined when the body is not a form, or too big to parse. */
  readonly fieldNames: readonly string[] | undefined;
}

/** Bigger bodies are counted but not parsed. */
const parsedSizeLimitBytes = 64 * 1024 * 1024;
const fieldNamesLimit = 1000;

/** Rejects when the client goes away before its body is complete. */
export async function readRequestBody(request: IncomingMessage): Promise<RequestBody> {
  const contentType = request.headers["content-type"];
  const namesIn = fieldNameReader(contentType);
  const chunks: Buffer[] = [];
  let sizeBytes = 0;
  for await (const chunk of request) {
    if (!Buffer.isBuffer(chunk)) throw new TypeError("the request stream has an encoding set");
    sizeBytes += chunk.length;
    if (namesIn !== undefined && sizeBytes <= parsedSizeLimitBytes) chunks.push(chunk);
  }
  const isParsed = namesIn !== undefined && sizeBytes > 0 && sizeBytes <= parsedSizeLimitBytes;
  return {
    sizeBytes,
    contentType,
    fieldNames: isParsed ? namesIn(Buffer.concat(chunks)).slice(0, fieldNamesLimit) : undefined,
  };
}

type FieldNameReader = (body: Buffer) => string[];

function fieldNameReader(contentType: string | undefined): FieldNameReader | undefined {
  if (contentType === undefined) return undefined;
  const mimeType = contentType.split(";")[0]?.trim().toLowerCase();
  if (mimeType === "application/x-www-form-urlencoded") {
    return (body) => [...new URLSearchParams(body.toString("utf8")).keys()];
  }
  if (mimeType !== "multipart/form-data") return undefined;
  const boundary = /boundary="?([^";]+)/i.exec(contentType)?.[1];
  return boundary === undefined ? undefined : (body) => multipartFieldNames(body, boundary);
}

/** https://www.rfc-editor.org/rfc/rfc7578#section-4.2 */
function multipartFieldNames(body: Buffer, boundary: string): string[] {
  const names: string[] = [];
  const delimiter = `--${boundary}\r\n`;
  let start = body.indexOf(delimiter);
  while (start >= 0) {
    const headersEnd = body.indexOf("\r\n\r\n", start);
    if (headersEnd < 0) break;
    const headers = body.toString("utf8", start + delimiter.length, headersEnd);
    const name = /^content-disposition:.*?[; ]name="([^"]*)"/im.exec(headers)?.[1];
    if (name !== undefined) names.push(name);
    start = body.indexOf(delimiter, headersEnd);
  }
  return names;
}

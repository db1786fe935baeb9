/**
 * Connects Node's http server to the routes: reads the whole request, logs it, and writes the response with its headers
 * byte for byte. With `hang-up=1` it closes the connection instead of answering.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { answer } from "./answer.ts";
import type { Holds } from "./holds.ts";
import type { Scheme } from "./hosts.ts";
import { Query } from "./query.ts";
import type { ReceivedLog } from "./received.ts";
import { readRequestBody } from "./request-body.ts";
import type { LabRequest, Reply, RouteContext } from "./route.ts";

export async function handleRequest(
  scheme: Scheme,
  message: IncomingMessage,
  response: ServerResponse,
  { log, holds }: { readonly log: ReceivedLog; readonly holds: Holds },
  context: RouteContext,
): Promise<void> {
  const body = await readRequestBody(message).catch(() => undefined);
  // The client disconnected during its body: nothing to log or to send.
  if (body === undefined) return;
  const { method = "", url = "" } = message;
  const headers = headerPairs(message.rawHeaders);
  const host = hostName(message.headers.host ?? "");
  log.add({
    scheme,
    host,
    port: message.socket.localPort ?? 0,
    method,
    url,
    headers,
    contentType: body.contentType,
    bodySizeBytes: body.sizeBytes,
    fieldNames: body.fieldNames,
  });

  const [path = "", ...search] = url.split("?");
  const request: LabRequest = {
    scheme,
    host,
    method,
    url,
    path,
    query: Query.parse(search.join("?")),
    body,
    header: (wanted) => headers.find(([name]) => name === wanted)?.[1],
  };
  const reply = answerOrFault(request, context);
  const hold = request.query.bytes("hold");
  if (hold !== undefined) await holds.wait(hold);
  if (reply.delayMs !== undefined && reply.delayMs > 0) await delay(reply.delayMs, response);
  if (request.query.isOn("hang-up")) response.destroy();
  if (!response.destroyed) send(response, reply);
}

function answerOrFault(request: LabRequest, context: RouteContext): Reply {
  try {
    return answer(request, context);
  } catch (error) {
    console.error(`The lab failed at ${request.method} ${request.url}:`, error);
    return { status: 500, headers: [], body: Buffer.from("The lab has a bug: see its console.\n") };
  }
}

async function delay(delayMs: number, response: ServerResponse): Promise<void> {
  if (response.destroyed) return;
  const gone = new AbortController();
  response.once("close", () => gone.abort());
  await wait(delayMs, undefined, { signal: gone.signal }).catch(() => undefined);
}

function send(response: ServerResponse, reply: Reply): void {
  const headers = reply.headers.flatMap(([name, value]) => [name, value]);
  // https://www.rfc-editor.org/rfc/rfc9110#section-6.4.1
  const hasBody = reply.status !== 204 && reply.status !== 304;
  if (hasBody) headers.push("Content-Length", String(reply.body.length));
  // A flat list, not an object: it keeps the order and sends repeats as repeats.
  response.writeHead(reply.status, reply.reason, headers);
  // A buffer, not a string: with a string Node would re-encode the headers before it as UTF-8.
  response.end(hasBody ? reply.body : undefined);
}

function headerPairs(rawHeaders: readonly string[]): [name: string, value: string][] {
  const pairs: [string, string][] = [];
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    pairs.push([(rawHeaders[at] ?? "").toLowerCase(), rawHeaders[at + 1] ?? ""]);
  }
  return pairs;
}

function hostName(hostHeader: string): string {
  return hostHeader.replace(/:\d*$/, "").toLowerCase();
}

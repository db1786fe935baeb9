/**
 * The lab over HTTP/2, on its own port: browsers stream request bodies over HTTP/2 only. It has two responses:
 * `/redirect?status=307&to=/page` and, for everything else, an empty page.
 */
import { createSecureServer, type ServerHttp2Stream } from "node:http2";
import type { AddressInfo } from "node:net";
import { redirectStatus } from "./reply.ts";
import { Query } from "./query.ts";
import type { ReceivedLog } from "./received.ts";

export interface Http2Lab {
  readonly port: number;
  close(): Promise<void>;
}

export async function startHttp2Lab(
  certificate: { readonly cert: string; readonly key: string },
  log: ReceivedLog,
): Promise<Http2Lab> {
  const streams = new Set<ServerHttp2Stream>();
  const server = createSecureServer(certificate);
  server.on("stream", (stream, headers) => {
    streams.add(stream);
    stream.on("close", () => streams.delete(stream));
    // Browsers reset streams that they abort.
    stream.on("error", () => stream.destroy());
    let bodySizeBytes = 0;
    stream.on("data", (chunk: Buffer) => (bodySizeBytes += chunk.length));
    stream.on("end", () => {
      const { port: localPort } = server.address() as AddressInfo;
      const { hostname: host } = new URL(`https://${String(headers[":authority"])}`);
      const [method, url] = [String(headers[":method"]), String(headers[":path"])];
      const none = { headers: [], contentType: undefined, fieldNames: undefined };
      log.add({ ...none, scheme: "https", host, port: localPort, method, url, bodySizeBytes });
      stream.respond(answerTo(url), { endStream: true });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      for (const stream of streams) stream.session?.destroy();
      await new Promise((done) => server.close(done));
    },
  };
}

function answerTo(pathAndQuery: string) {
  const [path, search = ""] = pathAndQuery.split("?");
  const common = { "content-type": "text/html", "cache-control": "no-store" };
  if (path !== "/redirect") return { ":status": 200, ...common };
  const query = Query.parse(search);
  return { ":status": redirectStatus(query), location: query.text("to") ?? "/page", ...common };
}

/**
 * Listens on one loopback port for http *and* https: an HSTS upgrade keeps the port, so both must answer there. The
 * first byte of a connection shows which it is, and the socket goes to the right server.
 */
import { type Server as NetServer, type Socket, createServer } from "node:net";
import type { Server as HttpServer } from "node:http";
import type { Server as HttpsServer } from "node:https";

export interface Protocols {
  readonly http: HttpServer;
  readonly https: HttpsServer;
}

export interface Listener {
  readonly port: number;
  /** Also closes open connections, even during a response. */
  close(): Promise<void>;
}

/** https://www.rfc-editor.org/rfc/rfc8446#section-5.1: every TLS connection opens with a handshake. */
const tlsHandshakeByte = 0x16;

/** Browsers open connections in advance; one that stays silent is closed after this time. */
const silentConnectionLimitMs = 60_000;

/** @param port 0 for any free one. Rejects with EADDRINUSE when the port is taken. */
export async function listenOnLoopback(port: number, protocols: Protocols): Promise<Listener> {
  const sockets = new Set<Socket>();
  const accept = (socket: Socket): void => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
    handOver(socket, protocols);
  };
  const v4 = await listen(port, "127.0.0.1", accept);
  const boundPort = portOf(v4);
  // Some machines have no IPv6; then names map to 127.0.0.1 only.
  const v6 = await listen(boundPort, "::1", accept).catch(() => undefined);
  const servers = v6 === undefined ? [v4] : [v4, v6];
  return {
    port: boundPort,
    async close() {
      const closed = servers.map((server) => new Promise((done) => server.close(done)));
      for (const socket of sockets) socket.destroy();
      await Promise.all(closed);
    },
  };
}

function listen(port: number, host: string, accept: (socket: Socket) => void): Promise<NetServer> {
  return new Promise((resolve, reject) => {
    // Half-open, as in Node's http server: a client may end its side and still wait for the response.
    const server = createServer({ allowHalfOpen: true, noDelay: true }, accept);
    server.once("error", reject);
    server.listen({ port, host, ipv6Only: host === "::1" }, () => {
      server.off("error", reject);
      resolve(server);
    });
  });
}

function portOf(server: NetServer): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("not a TCP server");
  return address.port;
}

function handOver(socket: Socket, protocols: Protocols): void {
  const drop = (): void => {
    socket.destroy();
  };
  // Never removed: a reset, or a browser that rejects our certificate, must not end the lab.
  socket.on("error", drop);
  socket.once("end", drop);
  socket.setTimeout(silentConnectionLimitMs, drop);
  socket.once("data", (firstChunk: Buffer) => {
    socket.off("end", drop);
    socket.setTimeout(0, drop);
    socket.pause();
    socket.unshift(firstChunk);
    if (firstChunk[0] === tlsHandshakeByte) {
      // As in Node's https server: an aborted handshake would stay open for minutes.
      socket.allowHalfOpen = false;
      // The TLS layer takes over the raw connection and reads the buffered data of the paused socket.
      protocols.https.emit("connection", socket);
    } else {
      protocols.http.emit("connection", socket);
      socket.resume();
    }
  });
}

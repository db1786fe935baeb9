/**
 * Starts the lab: two loopback ports that each serve http and https and respond with any kind of redirect. For the
 * demo, the trace recorder and the end-to-end tests.
 */
import { createServer as createHttpServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import { type LabCertificates, createCertificates } from "./certificates.ts";
import type { Scheme } from "./hosts.ts";
import { createHolds } from "./holds.ts";
import { startHttp2Lab } from "./http2-server.ts";
import { type Listener, type Protocols, listenOnLoopback } from "./listener.ts";
import { type ReceivedRequest, createReceivedLog } from "./received.ts";
import { handleRequest } from "./request-handler.ts";
import { type LabUrl, urlMaker } from "./url-maker.ts";

export interface LabOptions {
  /** 0 for any free port. A given port must be free; the default falls back to any free one. */
  readonly port?: number;
  /** As `port`; any free one when only `port` is given. */
  readonly otherPort?: number;
}

export interface Lab {
  readonly port: number;
  /** The same routes on another port, to test what happens across ports. */
  readonly otherPort: number;
  /** https over HTTP/2. */
  readonly http2Port: number;
  readonly certificates: LabCertificates;
  /** Received requests, oldest first, each logged when its body was read. */
  readonly received: readonly ReceivedRequest[];
  clearReceived(): void;
  /** Releases responses that wait for the name (`hold=NAME` in their query). */
  release(name: string): void;
  /** The scheme is http and the port `lab.port` unless said otherwise. */
  readonly url: LabUrl;
  /** Also closes open connections. */
  close(): Promise<void>;
}

/** Easy to remember next to the statuses 301 and 302. */
const defaultPort = 8301;
const defaultOtherPort = 8302;

export async function startLab(options: LabOptions = {}): Promise<Lab> {
  const { certificates, server } = await createCertificates();
  const log = createReceivedLog();
  const holds = createHolds();
  // Long URLs and data: Locations are part of what is tested.
  const httpOptions = { maxHeaderSize: 2 * 1024 * 1024, keepAliveTimeout: 60_000 };
  const handle = (scheme: Scheme) => (message: IncomingMessage, response: ServerResponse) => {
    // A request may arrive on the first port before the second one listens, hence the promise.
    context
      .then((known) => handleRequest(scheme, message, response, { log, holds }, known))
      .catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
  };
  const protocols: Protocols = {
    http: createHttpServer(httpOptions, handle("http")),
    https: createHttpsServer(
      { ...httpOptions, cert: server.certificatePem, key: server.privateKeyPem },
      handle("https"),
    ),
  };
  const listeners = listenOnBoth(options, protocols);
  const http2Lab = listeners.then(() => startHttp2Lab({ cert: server.certificatePem, key: server.privateKeyPem }, log));
  const context = Promise.all([listeners, http2Lab]).then(([[first, second], http2]) => ({
    port: first.port,
    otherPort: second.port,
    http2Port: http2.port,
    certificates,
    received: () => log.requests,
    url: urlMaker({ port: first.port, otherPort: second.port, http2Port: http2.port }),
  }));

  const { port, otherPort, http2Port, url } = await context;
  return {
    port,
    otherPort,
    http2Port,
    certificates,
    get received() {
      return log.requests;
    },
    clearReceived: () => log.clear(),
    release: (name) => holds.release(name),
    url,
    async close() {
      await Promise.all([...(await listeners), await http2Lab].map((listener) => listener.close()));
    },
  };
}

async function listenOnBoth(options: LabOptions, protocols: Protocols): Promise<[Listener, Listener]> {
  const first = await listenAt(options.port, defaultPort, protocols);
  const otherPort = options.otherPort ?? (options.port === undefined ? undefined : 0);
  try {
    return [first, await listenAt(otherPort, defaultOtherPort, protocols)];
  } catch (error) {
    await first.close();
    throw error;
  }
}

async function listenAt(wanted: number | undefined, preferred: number, protocols: Protocols): Promise<Listener> {
  if (wanted !== undefined) return listenOnLoopback(wanted, protocols);
  return listenOnLoopback(preferred, protocols).catch(() => listenOnLoopback(0, protocols));
}

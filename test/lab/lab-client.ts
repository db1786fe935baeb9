/**
 * A client for the lab's tests: one request over a real socket, host names mapped to loopback, the lab's authority
 * trusted, and the response neither normalised nor followed.
 */
import { type IncomingMessage, request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import { connect } from "node:net";
import type { Lab } from "../../lab/server.ts";

export interface Answer {
  readonly status: number | undefined;
  readonly reason: string | undefined;
  readonly body: string;
  /** All values of that header, in the order sent; one character per byte. */
  all(name: string): string[];
}

export interface Sent {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | Buffer;
  readonly address?: string;
}

export async function send(lab: Lab, url: string, sent: Sent = {}): Promise<Answer> {
  const { protocol, hostname, port } = new URL(url);
  // As written, not as `URL` would normalise it.
  const path = url.slice(url.indexOf("/", url.indexOf("//") + 2));
  // Node would send the body of a GET or DELETE without its length.
  const length = sent.body === undefined ? {} : { "Content-Length": Buffer.byteLength(sent.body) };
  const options = {
    host: sent.address ?? "127.0.0.1",
    port,
    path,
    method: sent.method ?? "GET",
    headers: { Host: `${hostname}:${port}`, ...length, ...sent.headers },
    agent: false,
  };
  const message = await new Promise<IncomingMessage>((resolve, reject) => {
    const request =
      protocol === "https:"
        ? httpsRequest({
            ...options,
            servername: hostname,
            ca: lab.certificates.caCertificatePem,
          })
        : httpRequest(options);
    request.once("response", resolve).once("error", reject).end(sent.body);
  });
  message.setEncoding("utf8");
  let body = "";
  for await (const chunk of message) body += String(chunk);
  return {
    status: message.statusCode,
    reason: message.statusMessage,
    body,
    all: (name) => {
      const raw = message.rawHeaders;
      return raw.filter((_, at) => at % 2 === 1 && raw[at - 1]?.toLowerCase() === name.toLowerCase());
    },
  };
}

/** Follows redirects with GET and lists the statuses, as a browser would see them. */
export async function statusesOnTheWay(lab: Lab, start: string): Promise<(number | undefined)[]> {
  const statuses: (number | undefined)[] = [];
  let url = start;
  while (statuses.length < 25) {
    const answer = await send(lab, url);
    statuses.push(answer.status);
    const location = answer.all("location")[0];
    const isRedirect = [301, 302, 303, 307, 308].includes(answer.status ?? 0);
    if (!isRedirect || location === undefined || !URL.canParse(location, url)) break;
    const next = new URL(location, url);
    if (!next.protocol.startsWith("http")) break;
    url = next.href;
  }
  return statuses;
}

/** A raw connection, for malformed requests. */
export function openSocket(port: number): Promise<{
  write(text: string): void;
  end(text?: string): void;
  readonly received: () => string;
  readonly closed: Promise<void>;
}> {
  return new Promise((resolve, reject) => {
    let received = "";
    const socket = connect({ host: "127.0.0.1", port, allowHalfOpen: true });
    socket.setEncoding("latin1");
    socket.on("data", (chunk: string) => (received += chunk));
    socket.once("error", reject);
    const closed = new Promise<void>((done) => {
      socket.once("close", () => done());
      socket.once("end", () => {
        socket.end();
        done();
      });
    });
    socket.once("connect", () => {
      resolve({
        write: (text) => socket.write(text, "latin1"),
        end: (text) => socket.end(text ?? "", "latin1"),
        received: () => received,
        closed,
      });
    });
  });
}

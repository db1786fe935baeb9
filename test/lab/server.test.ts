/** The lab as a server: two ports, two schemes on each, certificates, and malformed connections. */
import { X509Certificate } from "node:crypto";
import { type Server, createServer } from "node:net";
import { connect as connectTls } from "node:tls";
import { afterEach, describe, expect, test, vi } from "vitest";
import { labHosts } from "../../lab/hosts.ts";
import { type Lab, type LabOptions, startLab } from "../../lab/server.ts";
import { openSocket, send } from "./lab-client.ts";

const running: Lab[] = [];
async function start(options: LabOptions = { port: 0 }): Promise<Lab> {
  const lab = await startLab(options);
  running.push(lab);
  return lab;
}
afterEach(async () => {
  await Promise.all(running.splice(0).map((lab) => lab.close()));
});

describe("ports", () => {
  test("both serve http and https, for every lab host", async () => {
    const lab = await start();
    expect(lab.otherPort).not.toBe(lab.port);
    for (const at of ["port", "otherPort"] as const) {
      for (const scheme of ["http", "https"] as const) {
        for (const host of labHosts) {
          const answer = await send(lab, lab.url(host, "/page", { scheme, at }));
          expect(answer.status).toBe(200);
          expect(lab.received.at(-1)).toMatchObject({ scheme, host, port: lab[at] });
        }
      }
    }
  });

  test("IPv6 loopback works too, where it exists", async ({ skip }) => {
    const lab = await start();
    const url = lab.url("localhost", "/page", { scheme: "https" });
    const answer = await send(lab, url, { address: "::1" }).catch((error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRNOTAVAIL" || error.code === "EAFNOSUPPORT") return undefined;
      throw error;
    });
    skip(answer === undefined, "no IPv6 here");
    expect(answer?.status).toBe(200);
  });

  test("a requested port that is in use is an error; the default falls back", async () => {
    const first = await start({});
    const second = await start({});
    expect(new Set([first.port, first.otherPort, second.port, second.otherPort]).size).toBe(4);
    await expect(startLab({ port: first.port })).rejects.toThrow("EADDRINUSE");
    await expect(startLab({ port: 0, otherPort: first.port })).rejects.toThrow("EADDRINUSE");
  });

  test("any free port is never one of the default ports", async () => {
    const lab = await start({ port: 0 });
    expect([8301, 8302]).not.toContain(lab.port);
    expect([8301, 8302]).not.toContain(lab.otherPort);
  });

  test("url() names scheme and port", async () => {
    const lab = await start();
    expect(lab.url("shop.test", "/a?b")).toBe(`http://shop.test:${lab.port}/a?b`);
    expect(lab.url("api.test", "/", { scheme: "https", at: "otherPort" })).toBe(`https://api.test:${lab.otherPort}/`);
  });
});

describe("certificates", () => {
  test("are new at each start and identified by their hash", async () => {
    const [lab, another] = [await start(), await start()];
    const ca = new X509Certificate(lab.certificates.caCertificatePem);
    expect(ca.raw.toString("base64")).toBe(lab.certificates.caCertificateBase64);
    expect(ca.ca).toBe(true);
    expect(another.certificates.spkiSha256Base64).not.toBe(lab.certificates.spkiSha256Base64);
    // The other lab has another authority.
    const url = lab.url("shop.test", "/page", { scheme: "https" });
    await expect(send(another, url)).rejects.toThrow("certificate");
  });

  test("spkiSha256Base64 is of the server's key", async () => {
    const lab = await start();
    const socket = connectTls({ host: "127.0.0.1", port: lab.port, rejectUnauthorized: false });
    await new Promise((done) => socket.once("secureConnect", done));
    const spki = socket.getPeerX509Certificate()?.publicKey.export({ type: "spki", format: "der" });
    socket.destroy();
    if (spki === undefined) throw new Error("the server sent no certificate");
    const hash = await crypto.subtle.digest("SHA-256", spki);
    expect(Buffer.from(hash).toString("base64")).toBe(lab.certificates.spkiSha256Base64);
  });
});

describe("malformed connections do not affect the lab", () => {
  test.each([
    ["says nothing", ""],
    ["is no HTTP", "hello\r\n\r\n"],
    ["starts TLS and stops", "\u0016\u0003\u0001"],
    ["sends a broken TLS hello", `\u0016\u0003\u0001\u0000\u0005${"x".repeat(50)}`],
    ["has no Host", "GET /page HTTP/1.0\r\n\r\n"],
    ["asks for an absolute URL", "GET http://shop.test/page HTTP/1.1\r\nHost: shop.test\r\n\r\n"],
    ["tunnels", "CONNECT shop.test:443 HTTP/1.1\r\nHost: shop.test\r\n\r\n"],
    ["has odd bytes in its URL", "GET /\u00e9%?%=%ff&\u0001 HTTP/1.1\r\nHost: x\r\n\r\n"],
  ])("one that %s", async (_, text) => {
    const lab = await start();
    const socket = await openSocket(lab.port);
    socket.end(text);
    await socket.closed;
    expect((await send(lab, lab.url("shop.test", "/page"))).status).toBe(200);
  });

  test("one that sends single bytes is served", async () => {
    const lab = await start();
    const socket = await openSocket(lab.port);
    for (const char of "GET /loop HTTP/1.1\r\nHost: shop.test\r\nConnection: close\r\n\r\n") {
      socket.write(char);
      await new Promise(setImmediate);
    }
    await socket.closed;
    expect(socket.received()).toMatch(/^HTTP\/1\.1 302 /);
  });

  test("two requests on one connection both get a response", async () => {
    const lab = await start();
    const socket = await openSocket(lab.port);
    const request = "GET /loop HTTP/1.1\r\nHost: shop.test\r\n";
    socket.write(`${request}\r\n${request}Connection: close\r\n\r\n`);
    await socket.closed;
    expect(socket.received().match(/HTTP\/1\.1 302 /g)).toHaveLength(2);
  });

  test("a WebSocket handshake is redirected like any request", async () => {
    const lab = await start();
    const answer = await send(lab, lab.url("shop.test", "/redirect?to=/page"), {
      headers: { Connection: "Upgrade", Upgrade: "websocket" },
    });
    expect(answer.status).toBe(302);
  });
});

describe("close", () => {
  test("ends open connections and frees the port", async () => {
    const lab = await startLab({ port: 0 });
    const idle = await openSocket(lab.port);
    const slow = send(lab, lab.url("shop.test", "/redirect?to=/page&delay=10000", { scheme: "https" }));
    const slowEnd = slow.catch((error: unknown) => error);
    await vi.waitFor(() => expect(lab.received).toHaveLength(1));
    await lab.close();
    await idle.closed;
    expect(await slowEnd).toMatchObject({ message: "socket hang up" });

    const sameport = await new Promise<Server>((resolve, reject) => {
      const server = createServer().once("error", reject);
      server.listen(lab.port, "127.0.0.1", () => resolve(server));
    });
    await new Promise((done) => sameport.close(done));
  });

  test("may be called twice", async () => {
    const lab = await startLab({ port: 0 });
    await lab.close();
    await expect(lab.close()).resolves.toBeUndefined();
  });
});

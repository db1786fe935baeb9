/** Recordings are compared with the lab's log, so these tests compare the log with what was sent. */
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { createReceivedLog } from "../../lab/received.ts";
import { type Lab, startLab } from "../../lab/server.ts";
import { openSocket, send } from "./lab-client.ts";

let lab: Lab;
beforeAll(async () => {
  lab = await startLab({ port: 0 });
});
beforeEach(() => lab.clearReceived());
afterAll(() => lab.close());

const multipart = [
  ["--b0undary", 'Content-Disposition: form-data; name="name"', "", 'x name="not this"'],
  ["--b0undary", 'Content-Disposition: form-data; name="file"; filename="a.txt"', "Content-Type: text/plain", "", ""],
  ["--b0undary", 'content-disposition: form-data; name="naïve"', "", "1"],
  ["--b0undary--", ""],
]
  .map((part) => part.join("\r\n"))
  .join("\r\n");

describe("the log describes what arrived", () => {
  test.each([
    ["http", "no body", undefined, "", undefined],
    ["https", "no body", undefined, "", undefined],
    ["http", "a URL-encoded form", "application/x-www-form-urlencoded", "a=1&na%C3%AFve=2&a=3", ["a", "naïve", "a"]],
    ["https", "a multipart form", "multipart/form-data; boundary=b0undary", multipart, ["name", "file", "naïve"]],
    ["http", "a multipart form", 'multipart/form-data; boundary="b0undary"', multipart, ["name", "file", "naïve"]],
    ["http", "JSON", "application/json", '{"a":1}', undefined],
    ["http", "a broken multipart form", "multipart/form-data", "a=1", undefined],
  ] as const)("%s, %s", async (scheme, _, contentType, body, fieldNames) => {
    await send(lab, lab.url("shop.test", "/redirect?to=/page&x=%41", { scheme }), {
      method: "POST",
      body,
      headers: { "X-Odd": "1", ...(contentType === undefined ? {} : { "Content-Type": contentType }) },
    });
    expect(lab.received).toHaveLength(1);
    expect(lab.received[0]).toMatchObject({
      scheme,
      host: "shop.test",
      port: lab.port,
      method: "POST",
      url: "/redirect?to=/page&x=%41",
      bodySizeBytes: Buffer.byteLength(body),
      contentType,
      fieldNames,
    });
    expect(lab.received[0]?.headers).toContainEqual(["x-odd", "1"]);
  });

  test.each(["http", "https"] as const)("a big body over %s is counted to the byte", async (scheme) => {
    const body = Buffer.alloc(20_000_001, "x");
    const answer = await send(lab, lab.url("shop.test", "/page", { scheme }), { method: "PUT", body });
    expect(answer.body).toContain("20000001 bytes");
    expect(lab.received[0]?.bodySizeBytes).toBe(20_000_001);
  });
});

test("a redirect is sent and logged only after the whole body was read", async () => {
  const socket = await openSocket(lab.port);
  socket.write("POST /redirect?to=/ HTTP/1.1\r\nHost: shop.test\r\nContent-Length: 4\r\n\r\nab");
  // A complete other request gives a premature response time to arrive.
  await send(lab, lab.url("shop.test", "/page"));
  expect(lab.received.map(({ method }) => method)).toEqual(["GET"]);
  expect(socket.received()).toBe("");
  socket.write("cd");
  await vi.waitFor(() => expect(socket.received()).toContain("HTTP/1.1 302 Found"));
  expect(lab.received.map(({ method }) => method)).toEqual(["GET", "POST"]);
  socket.end();
});

test("a request whose body never ends is not logged", async () => {
  const socket = await openSocket(lab.port);
  socket.end("POST /page HTTP/1.1\r\nHost: shop.test\r\nContent-Length: 4\r\n\r\nab");
  await socket.closed;
  expect(lab.received).toEqual([]);
});

test("clearing starts a new list, keeps the old one unchanged and continues counting", async () => {
  await send(lab, lab.url("shop.test", "/page"));
  const before = lab.received;
  lab.clearReceived();
  await send(lab, lab.url("shop.test", "/page"));
  expect(before).toHaveLength(1);
  expect(lab.received).toHaveLength(1);
  expect(lab.received[0]?.index).toBe((before[0]?.index ?? Number.NaN) + 1);
});

test("/log serves the newest requests, its own included", async () => {
  await send(lab, lab.url("api.test", "/fetch"));
  await send(lab, lab.url("api.test", "/page"));
  const { body } = await send(lab, lab.url("shop.test", "/log?last=2"));
  expect(JSON.parse(body)).toMatchObject([
    { host: "api.test", url: "/page" },
    { host: "shop.test", url: "/log?last=2" },
  ]);
});

test("the log drops its oldest request at the limit", () => {
  const log = createReceivedLog(2);
  for (const url of ["/a", "/b", "/c"]) {
    log.add({
      scheme: "http",
      host: "",
      port: 1,
      method: "GET",
      url,
      headers: [],
      contentType: undefined,
      bodySizeBytes: 0,
      fieldNames: undefined,
    });
  }
  expect(log.requests.map(({ index, url }) => [index, url])).toEqual([
    [1, "/b"],
    [2, "/c"],
  ]);
});

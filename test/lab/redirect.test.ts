/** `/redirect` sends what a test requests, byte for byte, and explains when it cannot. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Lab, startLab } from "../../lab/server.ts";
import { openSocket, send } from "./lab-client.ts";

let lab: Lab;
beforeAll(async () => {
  lab = await startLab({ port: 0 });
});
afterAll(() => lab.close());

const get = (path: string) => send(lab, lab.url("shop.test", path));

describe("/redirect", () => {
  test.each([300, 301, 302, 303, 304, 305, 306, 307, 308, 399])("responds with %i", async (status) => {
    const answer = await get(`/redirect?status=${status}&to=/page`);
    expect(answer.status).toBe(status);
    expect(answer.all("location")).toEqual(["/page"]);
  });

  test.each(["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"])("responds to %s", async (method) => {
    const answer = await send(lab, lab.url("shop.test", "/redirect?status=307&to=/page"), {
      method,
      body: "x",
    });
    expect(answer.status).toBe(307);
  });

  test("responds to HEAD without a body", async () => {
    const url = lab.url("shop.test", "/redirect?to=/page");
    const answer = await send(lab, url, { method: "HEAD" });
    expect(answer).toMatchObject({ status: 302, body: "" });
    expect(answer.all("location")).toEqual(["/page"]);
  });

  test.each([
    ["an absolute URL", "http%3A%2F%2Fother.test%2F%3Fa%3D1%26b%3D2%23c", "http://other.test/?a=1&b=2#c"],
    ["nothing but a scheme", "http://", "http://"],
    ["a data: URL", "data:text/html,%3Cp%3Ehello", "data:text/html,<p>hello"],
    ["an empty value", "", ""],
    ["a space inside", "/a%20b+c", "/a b c"],
    ["UTF-8", "/caf%C3%A9", "/caf\u00c3\u00a9"],
    ["a byte that is no UTF-8", "/caf%E9", "/caf\u00e9"],
    ["an odd escape, left alone", "/100%zz", "/100%zz"],
    ["credentials", "http://user:pw@shop.test/", "http://user:pw@shop.test/"],
  ])("sends as Location %s", async (_, sent, location) => {
    expect((await get(`/redirect?status=302&to=${sent}`)).all("location")).toEqual([location]);
  });

  test("sends exactly these bytes", async () => {
    const socket = await openSocket(lab.port);
    socket.end("GET /redirect?to=/%E9%C3%A9 HTTP/1.1\r\nHost: shop.test\r\nConnection: close\r\n\r\n");
    await socket.closed;
    expect(socket.received()).toContain("\r\nLocation: /\u00e9\u00c3\u00a9\r\n");
  });

  test("can omit the Location", async () => {
    const answer = await get("/redirect?status=302&no-location=1&to=/page");
    expect(answer.status).toBe(302);
    expect(answer.all("location")).toEqual([]);
  });

  test("sends several Locations in order", async () => {
    expect((await get("/redirect?to=/a&header=Location:/b&header=location:/c")).all("location")).toEqual([
      "/a",
      "/b",
      "/c",
    ]);
    expect((await get("/redirect?header=Location:/only")).all("location")).toEqual(["/only"]);
  });

  test("sends other headers, with repeats, instead of its own", async () => {
    const answer = await get(
      "/redirect?to=/&header=X-A:1&header=X-A:2&header=Cache-Control:private&header=Content-Type:text/plain",
    );
    expect(answer.all("x-a")).toEqual(["1", "2"]);
    expect(answer.all("cache-control")).toEqual(["private"]);
    expect(answer.all("content-type")).toEqual(["text/plain"]);
  });

  test("takes the reason phrase and the body from the query", async () => {
    const answer = await get("/redirect?to=/&reason=Gone+Fishing&body=moved%20%C3%A9");
    expect(answer).toMatchObject({ reason: "Gone Fishing", body: "moved é" });
  });

  test("has an icon in its own body, for browsers that show it", async () => {
    expect((await get("/redirect?no-location=1")).body).toContain('<link rel="icon" href="data:,"');
  });

  test("waits as long as requested", async () => {
    const before = performance.now();
    expect((await get("/redirect?to=/&delay=50")).status).toBe(302);
    expect(performance.now() - before).toBeGreaterThan(45);
  });
});

describe("an invalid query is explained in a sentence", () => {
  test.each([
    ["/redirect", "say where with to=…, or no-location=1 to send no Location."],
    ["/redirect?status=200&to=/", "status must be a whole number from 300 to 399, not &quot;200&quot;."],
    ["/redirect?status=3e2&to=/", "status must be a whole number from 300 to 399, not &quot;3e2&quot;."],
    ["/redirect?status=-1&to=/", "status must be a whole number from 300 to 399, not &quot;-1&quot;."],
    ["/redirect?to=/&delay=10001", "delay must be a whole number from 0 to 10000, not &quot;10001&quot;."],
    ["/redirect?to=/%0D%0AX-A:1", "cannot be sent as a header."],
    ["/redirect?to=/%00", "cannot be sent as a header."],
    ["/redirect?to=/&reason=a%0Ab", "cannot be sent as a header."],
    ["/redirect?to=/&cache=a%0Ab", "cannot be sent as a header."],
    ["/redirect?to=/&header=X-A:b%0Ac", "cannot be sent as a header."],
    ["/redirect?to=/&header=X%20A:b", "cannot be sent as a header."],
    ["/redirect?to=/&header=:b", "cannot be sent as a header."],
    ["/redirect?to=/&header=none", "header must look like Name:Value, not &quot;none&quot;."],
    ["/redirect?to=/&header=Content-Length:5", "the lab sets Content-Length itself."],
    ["/redirect?to=/&header=transfer-encoding:chunked", "the lab sets transfer-encoding itself."],
    ["/chain?hops=301,200", "hops must be up to 50 statuses like 301,302,308, not &quot;301,200&quot;."],
    [`/chain?hops=${Array(51).fill(301).join(",")}`, "hops must be up to 50 statuses"],
    ["/chain?hops=", "hops must be up to 50 statuses"],
    ["/countdown?n=0", "n must be a whole number from 1 to 1000"],
    ["/ping-pong?at=c", "at must be one of a, b, not &quot;c&quot;."],
    ["/page?status=199", "status must be a whole number from 200 to 599"],
    ["/form?enctype=json", "enctype must be one of urlencoded, multipart, text"],
    ["/meta-refresh?delay=61", "delay must be a whole number from 0 to 60"],
    ["/refresh-header?to=%0A", "cannot be sent as a header."],
    ["/script-redirect?how=push", "how must be one of assign, replace, href"],
    ["/log?last=0", "last must be a whole number from 1 to 50000"],
  ])("%s", async (path, sentence) => {
    const answer = await get(path);
    expect(answer.status).toBe(400);
    expect(answer.body).toContain(sentence);
    expect(answer.all("x-a")).toEqual([]);
  });

  test("and a path that does not exist is 404", async () => {
    const answer = await get("/%3Cscript%3E<script>");
    expect(answer.status).toBe(404);
    expect(answer.body).not.toContain("<script>");
  });
});

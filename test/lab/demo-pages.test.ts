/**
 * What the demo's routes need from the lab: catch-all paths, several Vary headers, a server that closes connections.
 */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Lab, startLab } from "../../lab/server.ts";
import { send } from "./lab-client.ts";

let lab: Lab;
beforeAll(async () => {
  lab = await startLab({ port: 0 });
});
afterAll(() => lab.close());

const get = (path: string) => send(lab, lab.url("shop.test", path));

test.each(["/archive/2019", "/archive/", "/archive/www.shop.test/archive"])("%s is caught", async (path) => {
  expect(await get(path)).toMatchObject({ status: 301 });
});

test.each(["/archive", "/archives/2019", "/elsewhere/archive/2019"])("%s is not", async (path) => {
  expect(await get(path)).toMatchObject({ status: 404 });
});

test("a route's Vary is sent in addition to the lab's own", async () => {
  expect((await get("/store")).all("vary")).toEqual(["Accept-Language", "Origin"]);
  expect((await get("/shop")).all("vary")).toEqual(["Origin"]);
});

test("a server closes the connection instead of responding, and serves the next request", async () => {
  await expect(get("/page?hang-up=1")).rejects.toMatchObject({ code: "ECONNRESET" });
  expect(await get("/page")).toMatchObject({ status: 200 });
  expect(lab.received.map(({ url }) => url)).toContain("/page?hang-up=1");
});

test("an API requires a token", async () => {
  expect(await get("/v2/account")).toMatchObject({ status: 401 });
  const withToken = { headers: { Authorization: "Bearer a.token" } };
  expect(await send(lab, lab.url("shop.test", "/v2/account"), withToken)).toMatchObject({ status: 200 });
});

test("a sign-in leads to the URL in its query", async () => {
  const answer = await send(lab, lab.url("shop.test", "/login?next=%2Fcart"), { method: "POST", body: "password=x" });
  expect([answer.status, answer.all("location")]).toEqual([302, ["/cart"]]);
});

test("a preflight reaches an API that rejects it", async () => {
  const headers = { Origin: "http://shop.test", "Access-Control-Request-Method": "POST" };
  const url = lab.url("api.test", "/v2/payments?cors=no&preflight=route");
  const answer = await send(lab, url, { method: "OPTIONS", headers });
  expect([answer.status, answer.all("access-control-allow-origin")]).toEqual([403, []]);
});

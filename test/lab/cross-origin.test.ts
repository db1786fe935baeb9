/** The headers of every response: CORS, caching, HSTS. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Lab, startLab } from "../../lab/server.ts";
import { send } from "./lab-client.ts";

let lab: Lab;
beforeAll(async () => {
  lab = await startLab({ port: 0 });
});
afterAll(() => lab.close());

const preflight = {
  method: "OPTIONS",
  headers: {
    Origin: "http://shop.test",
    "Access-Control-Request-Method": "PATCH",
    "Access-Control-Request-Headers": "content-type,x-a",
  },
};

describe("CORS", () => {
  test.each(["/redirect?to=/page", "/page", "/redirect?status=bad", "/nowhere", "/log"])(
    "%s allows any origin",
    async (path) => {
      const from = (headers: Record<string, string>) =>
        send(lab, lab.url("api.test", path), { method: "POST", headers });
      expect((await from({})).all("access-control-allow-origin")).toEqual(["*"]);
      const answer = await from({ Origin: "null" });
      expect(answer.all("access-control-allow-origin")).toEqual(["null"]);
      expect(answer.all("access-control-allow-credentials")).toEqual(["true"]);
    },
  );

  test("a preflight gets a 204, whatever the route does", async () => {
    const answer = await send(lab, lab.url("api.test", "/redirect?status=302&to=/page"), preflight);
    expect(answer).toMatchObject({ status: 204, body: "" });
    expect(answer.all("access-control-allow-origin")).toEqual(["http://shop.test"]);
    expect(answer.all("access-control-allow-methods")).toEqual(["GET, HEAD, POST, PUT, PATCH, DELETE"]);
    expect(answer.all("access-control-allow-headers")).toEqual(["content-type,x-a"]);
    expect(answer.all("location")).toEqual([]);
  });

  test("a preflight reaches the route on request", async () => {
    const answer = await send(lab, lab.url("api.test", "/redirect?to=/page&preflight=route"), preflight);
    expect(answer.status).toBe(302);
  });

  test("cors=no allows nothing, not even a preflight", async () => {
    for (const sent of [preflight, { headers: { Origin: "http://shop.test" } }]) {
      const answer = await send(lab, lab.url("api.test", "/redirect?to=/page&cors=no"), sent);
      expect(answer.all("access-control-allow-origin")).toEqual([]);
      expect(answer.all("access-control-allow-headers")).toEqual([]);
    }
  });
});

describe("caching", () => {
  test.each([
    ["", ["no-store"]],
    ["&cache=none", []],
    ["&cache=max-age%3D60", ["max-age=60"]],
  ])("/redirect?to=/page%s", async (parameter, expected) => {
    const answer = await send(lab, lab.url("shop.test", `/redirect?to=/page${parameter}`));
    expect(answer.all("cache-control")).toEqual(expected);
  });
});

describe("HSTS", () => {
  test.each([
    ["secure.test", "https", ["max-age=600"]],
    ["secure.test", "http", []],
    ["shop.test", "https", []],
  ] as const)("%s over %s", async (host, scheme, expected) => {
    for (const path of ["/page", "/redirect?to=/page"]) {
      const answer = await send(lab, lab.url(host, path, { scheme }));
      expect(answer.all("strict-transport-security")).toEqual(expected);
    }
  });
});

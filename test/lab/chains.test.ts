/** The routes that redirect more than once: every hop is the requested one. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Lab, startLab } from "../../lab/server.ts";
import { send, statusesOnTheWay } from "./lab-client.ts";

let lab: Lab;
beforeAll(async () => {
  lab = await startLab({ port: 0 });
});
afterAll(() => lab.close());

const locations = async (path: string) => (await send(lab, lab.url("shop.test", path))).all("location");

test("/chain uses its statuses one by one", async () => {
  expect(await locations("/chain?hops=301,302,308&to=/page?title=x")).toEqual([
    "/chain?hops=302,308&to=/page%3Ftitle%3Dx",
  ]);
  expect(await locations("/chain?hops=308&to=/page%3Ftitle%3Dx")).toEqual(["/page?title=x"]);
  expect(await statusesOnTheWay(lab, lab.url("shop.test", "/chain?hops=301,302,308&to=/page"))).toEqual([
    301, 302, 308, 200,
  ]);
});

test("/chain keeps its other parameters and an unusual target", async () => {
  const [next = ""] = await locations("/chain?cors=no&hops=301,302&to=/%E9%26&header=X-A:1&header=X-B:2");
  expect(next).toBe("/chain?cors=no&hops=302&to=/%E9%26&header=X-A:1&header=X-B:2");
  expect(await locations(next)).toEqual(["/\u00e9&"]);
});

test("/chain may end on another origin", async () => {
  const target = lab.url("other.test", "/page", { scheme: "https", at: "otherPort" });
  const start = lab.url("shop.test", `/chain?hops=302,307&to=${encodeURIComponent(target)}`);
  lab.clearReceived();
  expect(await statusesOnTheWay(lab, start)).toEqual([302, 307, 200]);
  expect(lab.received.at(-1)).toMatchObject({ scheme: "https", host: "other.test", port: lab.otherPort });
});

test("/loop redirects to itself, with its query", async () => {
  expect(await locations("/loop?status=307&x=%41")).toEqual(["/loop?status=307&x=%41"]);
});

test("/ping-pong alternates between two URLs", async () => {
  expect(await locations("/ping-pong?status=302&at=a")).toEqual(["/ping-pong?status=302&at=b"]);
  expect(await locations("/ping-pong?status=302&at=b")).toEqual(["/ping-pong?status=302&at=a"]);
  expect(await locations("/ping-pong")).toEqual(["/ping-pong?at=b"]);
});

test("/countdown redirects exactly n times", async () => {
  const statuses = await statusesOnTheWay(lab, lab.url("shop.test", "/countdown?status=301&n=20&to=/page"));
  expect(statuses).toEqual([...Array(20).fill(301), 200]);
});

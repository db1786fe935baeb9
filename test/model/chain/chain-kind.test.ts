/** Tests what kind of request a chain is. */
import { expect, test } from "vitest";
import { chainKind } from "../../../src/model/chain/chain-kind.ts";
import { chainOf, served } from "../hops.ts";

test.each([
  ["main_frame", "GET", "page"],
  ["main_frame", "POST", "form"],
  ["main_frame", "?", "page"],
  ["sub_frame", "POST", "frame"],
  ["xmlhttprequest", "POST", "fetch"],
  ["script", "GET", "script"],
  ["stylesheet", "GET", "style"],
  ["image", "GET", "image"],
  ["imageset", "GET", "image"],
  ["font", "GET", "font"],
  ["media", "GET", "media"],
  ["beacon", "POST", "other"],
  ["no-such-type", "GET", "other"],
] as const)("%s by %s: %s", (resourceType, method, kind) => {
  const chain = { ...chainOf(served("http://a.test/", 302, "http://a.test/b", { method })), resourceType };
  expect(chainKind(chain)).toBe(kind);
});

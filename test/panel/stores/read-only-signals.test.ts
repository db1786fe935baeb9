/** Tests that only a store's own actions write its signals: each store declares a type, and its signals are read-only there. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const panel = join(import.meta.dirname, "../../../panel");
const files = readdirSync(panel, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith("-store.ts"));
const stores = files.filter((name) => name !== "log/panel-store.ts");

test("there are stores", () => {
  expect(stores.length).toBeGreaterThan(5);
});

test.each(stores)("%s exposes read-only signals", (name) => {
  const source = readFileSync(join(panel, name), "utf8");
  const [, declared = ""] = /export interface \w+Store \{\n(.*?)\n\}/s.exec(source) ?? [];
  expect(declared).toMatch(/^ {2}readonly \w+: ReadonlySignal</m);
  expect(declared).not.toMatch(/\bSignal</);
  expect(source).toMatch(/^export function create\w+Store\([^]*?\): \w+Store \{$/m);
});

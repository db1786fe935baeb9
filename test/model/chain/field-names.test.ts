import { expect, test } from "vitest";
import { fieldNamesOf } from "../../../src/model/chain/field-names.ts";

function namesIn(body: string) {
  return fieldNamesOf(new URLSearchParams(body));
}

test.each([
  ["user=anna&password=x", ["user", "password"]],
  ["user[address].street=a&_token=b&ctl00$main:x-1=c", ["user[address].street", "_token", "ctl00$main:x-1"]],
  ["größe=1&名前=b&नाम=c", ["größe", "名前", "नाम"]],
  ["q=x&empty=", ["q", "empty"]],
  ["tag=1&tag=2", ["tag", "tag"]],
])("the names of %s", (body, names) => {
  expect(namesIn(body)).toEqual(names);
});

test.each([
  ['{"user":"anna","password":"hunter2"}'],
  ['{"text":"a&b=c"}'],
  ['{"text":"a=b"}'],
  ['[{"op":"replace"}]'],
  ["<login><password>hunter2</password></login>"],
  ['<a href="x?y=1&z=2"/>'],
  ["hunter2"],
  ["hunter2="],
  ["tom&jerry"],
  ["aGVsbG8="],
  ["aGVsbG8gd29ybA=="],
  ["correct horse battery staple=1"],
  ["anna@shop.example=1"],
  ["eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl"],
  [`${"x".repeat(81)}=1`],
  ["=hunter2"],
  ["user=anna&pass word=x"],
  ["user=anna&line\nbreak=x"],
])("%s is no form", (body) => {
  expect(namesIn(body)).toBeUndefined();
});

test("a form without fields has no names", () => {
  expect(fieldNamesOf([])).toEqual([]);
});

test("a name of several megabytes is rejected", () => {
  expect(fieldNamesOf([["x".repeat(5_000_000), "1"]])).toBeUndefined();
});

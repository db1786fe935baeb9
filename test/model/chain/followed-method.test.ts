/** Tests the method that the Fetch standard expects after a redirect: the complete table. */
import { expect, test } from "vitest";
import { expectedFollowedMethod } from "../../../src/model/chain/followed-method.ts";
import { redirectStatuses } from "../../../src/model/meaning/redirect-status.ts";

type Row = readonly [
  method: string,
  after301: string,
  after302: string,
  after303: string,
  after307: string,
  after308: string,
];

const table = [
  ["GET", "GET", "GET", "GET", "GET", "GET"],
  ["HEAD", "HEAD", "HEAD", "HEAD", "HEAD", "HEAD"],
  ["POST", "GET", "GET", "GET", "POST", "POST"],
  ["PUT", "PUT", "PUT", "GET", "PUT", "PUT"],
  ["PATCH", "PATCH", "PATCH", "GET", "PATCH", "PATCH"],
  ["DELETE", "DELETE", "DELETE", "GET", "DELETE", "DELETE"],
  ["OPTIONS", "OPTIONS", "OPTIONS", "GET", "OPTIONS", "OPTIONS"],
  ["PURGE", "PURGE", "PURGE", "GET", "PURGE", "PURGE"],
  // Methods are case-sensitive (Fetch normalizes a page's methods first): this isn't a POST.
  ["post", "post", "post", "GET", "post", "post"],
] satisfies Row[];

test.each(table)("%s through 301 302 303 307 308: %s %s %s %s %s", (method, ...expected) => {
  expect(redirectStatuses.map((status) => expectedFollowedMethod(status, method))).toEqual(expected);
});

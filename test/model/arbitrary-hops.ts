/**
 * Arbitrary requests for property tests: hops as a browser could report them, on a host that is unique to the request.
 */
import * as fc from "fast-check";
import type { Body, Hop, InternalSource } from "../../src/model/chain/redirect-chain.ts";
import { redirectStatuses } from "../../src/model/meaning/redirect-status.ts";
import { answer } from "./hops.ts";

const bodies: readonly Body[] = [
  { presence: "absent" },
  { presence: "unknown" },
  { presence: "present", kind: "bytes", sizeBytes: 5 },
  { presence: "present", kind: "form", fieldNames: ["q"] },
  { presence: "present", kind: "unreadable" },
];
const sources: readonly InternalSource[] = ["hsts", "extension", "service-worker", "browser"];

const method = fc.constantFrom("GET", "POST", "PUT", "HEAD");
const headers = fc.constantFrom({}, { Accept: "*/*" }, { Vary: "Origin", "X-Empty": "" });
/** Only a few, so that chains return to earlier URLs. */
const path = fc.constantFrom("/", "/a", "/b?c=d");

const step = fc.record({
  path,
  method,
  body: fc.constantFrom(...bodies),
  /** 0 occurs because some browsers report whole milliseconds. */
  waitMs: fc.constantFrom(0, 1, 20.5),
  requestHeaders: fc.option(headers, { nil: undefined }),
  responseHeaders: headers,
  redirect: fc.oneof(fc.constantFrom(...redirectStatuses), fc.constantFrom(...sources)),
});

const end = fc.oneof(
  fc.constantFrom("pending", "redirected", "stopped").map((kind) => ({ kind, status: 0 })),
  fc.constantFrom(200, 204, 304, 404, 500).map((status) => ({ kind: "answered", status })),
  fc.constantFrom(0, 302).map((status) => ({ kind: "failed", status })),
);

/** The hops of a request to `host`. Statuses start at `statusOffset`, so that requests can be distinguished. */
export function arbitraryHops(host: string, statusOffset = 0): fc.Arbitrary<Hop[]> {
  return fc.tuple(fc.array(step, { minLength: 1, maxLength: 6 }), end).map(([steps, { kind, status }]) => {
    let now = 0;
    const urls = [...steps.map((each) => `http://${host}${each.path}`), `http://${host}/end`];
    return steps.map((each, index): Hop => {
      const startedAt = now;
      const endedAt = (now += each.waitMs);
      now += each.waitMs;
      const url = urls[index] ?? "";
      const base = { url, method: each.method, body: each.body, startedAt };
      const request =
        each.requestHeaders === undefined ? base : { ...base, requestHeaders: answer(0, each.requestHeaders).headers };
      const answeredWith = (code: number) => answer(code + statusOffset, each.responseHeaders);
      const isLast = index === steps.length - 1;
      if (isLast && kind === "pending") return { ...request, state: "pending" };
      if (isLast && kind === "answered") {
        return { ...request, state: "answered", answer: answeredWith(status), endedAt };
      }
      if (isLast && kind === "failed") {
        const failed = { ...request, state: "failed", error: "net::ERR_FAILED", endedAt } as const;
        return status === 0 ? failed : { ...failed, answer: answeredWith(status) };
      }
      const stopped = isLast && kind === "stopped" ? { stoppedBy: "net::ERR_ABORTED" } : {};
      const redirect = {
        ...request,
        state: "redirected",
        redirectUrl: urls[index + 1] ?? "",
        endedAt,
        ...stopped,
      } as const;
      return typeof each.redirect === "number"
        ? { ...redirect, source: "server", answer: answeredWith(each.redirect) }
        : { ...redirect, source: each.redirect };
    });
  });
}

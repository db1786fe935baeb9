/** Tests how the events of a request extend its chain, including events that browsers omit or duplicate. */
import { describe, expect, test } from "vitest";
import { beginChain, growChain } from "../../../src/model/log/grow-chain.ts";
import type { Chain } from "../../../src/model/chain/redirect-chain.ts";
import type { RequestEvent } from "../../../src/model/log/log-event.ts";
import { formBody } from "../hops.ts";
import { inShort, requestEvents } from "../request-events.ts";

const a = "http://a.test/";
const b = "http://b.test/";
const secureA = "https://a.test/";
const secureB = "https://b.test/";

const get = requestEvents();
const post = requestEvents({ method: "POST" });

type Row = readonly [what: string, events: readonly RequestEvent[], hops: readonly string[]];

test.each([
  ["a page", [get.started(a), get.received(a, 200), get.completed(a)], [`GET ${a} 200`]],
  [
    "a redirect to another method",
    [post.started(a, { body: formBody }), post.redirected(a, 302, b), get.started(b), get.completed(b)],
    [`POST ${a} 302 → ${b}`, `GET ${b} 200`],
  ],
  ["a pending request", [get.started(a)], [`GET ${a} pending`]],
  ["a redirect not yet followed", [get.started(a), get.redirected(a, 301, b)], [`GET ${a} 301 → ${b}`]],
  [
    "a page that redirects to itself once",
    [get.started(a), get.redirected(a, 302, a), get.started(a), get.completed(a)],
    [`GET ${a} 302 → ${a}`, `GET ${a} 200`],
  ],
  [
    "a fragment that is missing from the Location",
    [get.started(a), get.redirected(a, 302, `${b}#here`), get.started(b), get.completed(b)],
    [`GET ${a} 302 → ${b}#here`, `GET ${b} 200`],
  ],
] satisfies Row[])("%s", (_, events, hops) => {
  expect(inShort(grow(events))).toEqual(hops);
});

describe("redirects that were not followed", () => {
  test.each([
    [
      'Chromium: redirect: "manual" reports the redirect and fails at its own URL',
      [get.started(a), get.redirected(a, 302, b), get.failed(a, "net::ERR_ABORTED")],
      [`GET ${a} 302 → ${b} ✕ net::ERR_ABORTED`],
    ],
    ['Firefox: redirect: "manual" completes with 302', [get.started(a), get.completed(a, 302)], [`GET ${a} 302`]],
    [
      "Chromium: a blocked port starts and fails",
      [get.started(a), get.redirected(a, 302, b), get.started(b), get.failed(b, "net::ERR_UNSAFE_PORT")],
      [`GET ${a} 302 → ${b}`, `GET ${b} net::ERR_UNSAFE_PORT`],
    ],
    [
      "Firefox: a blocked port fails without a start",
      [get.started(a), get.redirected(a, 302, b), get.failed(b, "NS_ERROR_PORT_ACCESS_NOT_ALLOWED")],
      [`GET ${a} 302 → ${b} ✕ NS_ERROR_PORT_ACCESS_NOT_ALLOWED`],
    ],
    [
      "both: webRequest reports nothing after a redirect to foo:bar",
      [get.started(a), get.redirected(a, 302, "foo:bar")],
      [`GET ${a} 302 → foo:bar ✕ not-http`],
    ],
    [
      "Chromium: an invalid Location fails, and the status is kept",
      [get.started(a), get.received(a, 302, { Location: "http://" }), get.failed(a, "net::ERR_INVALID_REDIRECT")],
      [`GET ${a} 302 net::ERR_INVALID_REDIRECT`],
    ],
    [
      "Firefox: an invalid Location fails, and the status is kept",
      [get.started(a), get.received(a, 302, { Location: "http://" }), get.failed(a, "NS_ERROR_CORRUPTED_CONTENT")],
      [`GET ${a} 302 NS_ERROR_CORRUPTED_CONTENT`],
    ],
    ["both: 300 is a final response", [get.started(a), get.completed(a, 300, { Location: b })], [`GET ${a} 300`]],
  ] satisfies Row[])("%s", (_, events, hops) => {
    expect(inShort(grow(events))).toEqual(hops);
  });

  test("Chromium: the 20th redirect of a loop was not followed", () => {
    const chain = grow([...loop(20), get.failed(a, "net::ERR_ABORTED")]);
    expect(chain?.hops).toHaveLength(20);
    expect(inShort(chain).at(-1)).toBe(`GET ${a} 302 → ${a} ✕ net::ERR_ABORTED`);
  });

  test("Firefox: a loop ends at the 21st request", () => {
    const chain = grow([...loop(20), get.started(a), get.failed(a, "NS_ERROR_REDIRECT_LOOP")]);
    expect(chain?.hops).toHaveLength(21);
    expect(inShort(chain).at(-1)).toBe(`GET ${a} NS_ERROR_REDIRECT_LOOP`);
  });

  test("Firefox: a loop within one millisecond has all its hops", () => {
    const events = [...loop(20), get.started(a), get.failed(a, "NS_ERROR_REDIRECT_LOOP")];
    expect(grow(events.map((event) => ({ ...event, at: 7 })))?.hops).toHaveLength(21);
  });
});

describe("redirects that no server sent", () => {
  test.each([
    [
      "Chromium: HTTPS-Upgrades at the beginning of a chain have no event",
      [get.started(a), get.started(secureA), get.completed(secureA)],
      [`GET ${a} inferred upgrade → ${secureA}`, `GET ${secureA} 200`],
    ],
    [
      "Chromium: HTTPS-Upgrades in the middle of a chain have no event",
      [get.started(a), get.redirected(a, 301, b), get.started(secureB), get.completed(secureB)],
      [`GET ${a} 301 → ${b}`, `GET ${b} inferred upgrade → ${secureB}`, `GET ${secureB} 200`],
    ],
    [
      "Chromium: another extension's extraHeaders hide an HSTS hop and the next request's start",
      [get.started(a), get.redirected(a, 302, b), get.started(b), get.received(secureB, 200), get.completed(secureB)],
      [`GET ${a} 302 → ${b}`, `GET ${b} inferred upgrade → ${secureB}`, `GET ${secureB} 200`],
    ],
    [
      "Firefox: a request that a service worker intercepts starts again",
      [get.started(a), get.started(a), get.completed(a)],
      [`GET ${a} 200`],
    ],
    [
      "Firefox: a service worker's own redirect has no event",
      [get.started(a), get.started(b), get.completed(b)],
      [`GET ${a} inferred browser → ${b}`, `GET ${b} 200`],
    ],
    [
      "Firefox: a server's redirect is known from its headers alone",
      [get.started(a), get.received(a, 301, { Location: b }), get.started(b), get.completed(b)],
      [`GET ${a} inferred 301 → ${b}`, `GET ${b} 200`],
    ],
    [
      "an internal redirect with its event",
      [get.started(a), get.internally(a, "hsts", secureA), get.started(secureA), get.completed(secureA)],
      [`GET ${a} hsts → ${secureA}`, `GET ${secureA} 200`],
    ],
  ] satisfies Row[])("%s", (_, events, hops) => {
    expect(inShort(grow(events))).toEqual(hops);
  });

  test("an unreported upgrade keeps the body", () => {
    const hidden = grow([post.started(b, { body: formBody }), post.received(secureB, 200)]);
    expect(hidden?.hops.map((hop) => hop.body)).toEqual([formBody, formBody]);
  });

  test("the body after an unreported redirect is unknown, but a GET has no body", () => {
    const hidden = grow([post.started(b, { body: formBody }), post.received(a, 200)]);
    expect(hidden?.hops.map((hop) => hop.body)).toEqual([formBody, { presence: "unknown" }]);
    const asGet = grow([post.started(b, { body: formBody }), get.received(a, 200)]);
    expect(asGet?.hops.map((hop) => hop.body)).toEqual([formBody, { presence: "absent" }]);
  });
});

function loop(redirects: number): RequestEvent[] {
  return Array.from({ length: redirects }, () => [get.started(a), get.redirected(a, 302, a)]).flat();
}

function grow(events: readonly RequestEvent[]): Chain | undefined {
  let chain: Chain | undefined;
  for (const event of events) chain = chain === undefined ? beginChain(event) : growChain(chain, event);
  return chain;
}

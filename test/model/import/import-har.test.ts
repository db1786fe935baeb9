/** Tests chains imported from HARs: this exporter's files, and files as browsers and proxies write them. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findFindings } from "../../../src/model/findings/find-findings.ts";
import { harParts } from "../../../src/model/export/har-export.ts";
import type { Chain } from "../../../src/model/chain/redirect-chain.ts";
import { rowsOf } from "../../replay/expected-rows.ts";
import { recordedChains } from "../../replay/recorded-chains.ts";
import { browserNames } from "../../replay/traces.ts";
import { arbitraryHops } from "../arbitrary-hops.ts";
import { kinds, origin } from "../export/exported.ts";
import { chainOf } from "../hops.ts";
import { isListed } from "../../../src/model/chain/listed-chain.ts";
import { entry, harOf } from "./har-entries.ts";
import { imported } from "./imported.ts";

const throughHar = (chains: readonly Chain[], unmarked = false) => {
  const har = [...harParts(chains, origin, { unmaskUrls: true })].join("");
  return imported(unmarked ? har.replaceAll(/(?<=^ *"_chain": ").*(?=",$)/gm, "all") : har);
};
/** Like another program's file: without custom fields, except for those that have no standard equivalent. */
const fromElsewhere = (chains: readonly Chain[]) =>
  imported(
    [...harParts(chains, origin, { unmaskUrls: true })].join("").replaceAll(/^ *"_(?:chain|bodyKind)": .*\n/gm, ""),
  );
const withoutBodies = (chains: readonly Chain[]) =>
  chains.map((chain) => rowsOf(chain).map((row) => ({ ...row, body: "" })));
const known = (chains: readonly Chain[]) => chains.map((chain) => [rowsOf(chain), findFindings(chain)]);

describe.each(browserNames)("recorded in %s", (browserName) => {
  test.each(recordedChains(browserName))("%s", (_, chains) => {
    expect(known(throughHar(chains))).toEqual(known(chains));
    // By URLs and times only.
    expect(known(throughHar(chains, true))).toEqual(known(chains));
    expect(withoutBodies(fromElsewhere(chains))).toEqual(withoutBodies(chains));
  });
});

test.each(Object.entries(kinds).filter(([, chain]) => isListed(chain)))("%s", (_, chain) => {
  expect(known(throughHar([chain]))).toEqual(known([chain]));
});

test("arbitrary simultaneous chains", () => {
  fc.assert(
    fc.property(fc.array(arbitraryHops("a.test"), { minLength: 1, maxLength: 3 }), (requests) => {
      const chains = requests.flatMap(([first, ...rest], at) => {
        const chain = first === undefined ? [] : [{ ...chainOf(first, ...rest), id: `request ${at}` }];
        return chain.filter(isListed);
      });
      fc.pre(chains.length > 0);
      const sorted = (list: readonly Chain[]) => list.map((chain) => JSON.stringify(rowsOf(chain))).toSorted();
      expect(sorted(throughHar(chains))).toEqual(sorted(chains));
    }),
  );
});

const from = "http://a.test/form";
const to = "http://a.test/done";

test("a body that fetch() resends has no size or text, but a Content-Length", () => {
  const sent = [{ name: "Content-Length", value: "13" }];
  const postData = { mimeType: "application/json", text: '{"answer":42}' };
  const [chain] = imported(
    harOf(
      entry(from, 0, {
        request: { method: "PUT", bodySize: 13, postData, headers: sent },
        response: { status: 302, redirectURL: "/done" },
      }),
      entry(to, 5, { request: { method: "PUT", headers: sent } }),
    ),
  );
  expect(chain?.hops.map(({ body }) => body)).toEqual([
    { presence: "present", kind: "bytes", sizeBytes: 13 },
    { presence: "present", kind: "unreadable", sizeBytes: 13 },
  ]);
});

test("HSTS, a form whose body was lost, a preflight in between", () => {
  const hsts = {
    status: 307,
    redirectURL: "https://a.test/form",
    headers: [{ name: "Non-Authoritative-Reason", value: "HSTS" }],
  };
  const text = "user=me&password=s3cret";
  const postData = { mimeType: "application/x-www-form-urlencoded", text };
  const chains = imported(
    harOf(
      entry(from, 0, { request: { method: "POST", bodySize: 23, postData }, response: hsts }),
      entry("https://a.test/form", 10, {
        request: { method: "POST", bodySize: 23, postData },
        response: { status: 302, redirectURL: "/done" },
        serverIPAddress: "[::1]",
      }),
      entry("https://a.test/done", 20, { request: { method: "OPTIONS" }, _resourceType: "preflight" }),
      entry("https://a.test/done", 25, { response: { status: 405 }, _resourceType: "document" }),
      entry("https://a.test/style.css", 30, {}),
    ),
  );
  expect(chains.map(rowsOf)).toEqual([
    [
      { status: "HSTS", method: "POST → POST", body: "sent → kept", seo: "None (browser)", url: from },
      { status: "302", method: "POST → GET", body: "sent → lost", seo: "Temporary", url: "https://a.test/form" },
      { status: "405", method: "GET", body: "none", seo: "—", url: "https://a.test/done" },
    ],
  ]);
  expect(chains[0]?.hops[0].body).toEqual({
    presence: "present",
    kind: "form",
    sizeBytes: 23,
    fieldNames: ["user", "password"],
  });
  expect(chains[0]?.hops[1]).toMatchObject({ answer: { ip: "::1", protocol: "http/1.1" } });
  expect(JSON.stringify(chains)).not.toContain("s3cret");
});

test("a status written as text is read as the server's", () => {
  const redirect = entry(from, 0, { response: { status: "301", redirectURL: "/done" } });
  const [chain] = imported(harOf(redirect, entry(to, 10, { response: { status: 200 } })));
  expect(chain?.hops[0]).toMatchObject({ source: "server", answer: { status: 301 } });
});

test("a redirected preflight is a separate chain and explains why the fetch failed", () => {
  const headers = [{ name: "Access-Control-Request-Method", value: "PUT" }];
  const preflight = { request: { method: "OPTIONS", headers }, _resourceType: "preflight" };
  const redirected = entry(from, 0, { ...preflight, response: { status: 301, redirectURL: to } });
  const chains = imported(harOf(redirected, entry(to, 5, {})));
  expect(chains.map((chain) => findFindings(chain).map(({ id }) => id))).toEqual([["cors-redirect"]]);
});

test("the source of a redirect without a status is unknown", () => {
  const [chain] = imported(harOf(entry(from, 0, { response: { status: 0, redirectURL: to } }), entry(to, 5, {})));
  expect(chain?.hops[0]).toMatchObject({ source: "browser", inferred: true });
});

test("a server can't pretend to be the browser", () => {
  const headers = [{ name: "Non-Authoritative-Reason", value: "HSTS" }];
  const chains = imported(
    harOf(
      entry(from, 0, { response: { status: 307, redirectURL: to, headers }, serverIPAddress: "192.0.2.1" }),
      entry(to, 5, {}),
    ),
  );
  expect(chains.map(rowsOf)[0]?.[0]?.status).toBe("307");
});

test("field names from params, multipart and text", () => {
  const multipart = '--a\r\nContent-Disposition: form-data; name="file"; filename="x"\r\n\r\ns3cret\r\n';
  const bodies = [
    { mimeType: "application/x-www-form-urlencoded", params: [{ name: "q", value: "s3cret" }], text: "q=s3cret" },
    { mimeType: "multipart/form-data; boundary=a", params: [], text: multipart },
    { mimeType: "application/json", params: [], text: '{"a":"s3cret"}' },
  ];
  const chains = imported(
    harOf(
      ...bodies.flatMap((postData, at) => [
        entry(`${from}?${at}`, at * 100, {
          request: { method: "POST", bodySize: 9, postData },
          response: { status: 303, redirectURL: to },
        }),
        entry(to, at * 100 + 10, {}),
      ]),
    ),
  );
  expect(chains.map(({ hops }) => hops[0].body)).toEqual([
    { presence: "present", kind: "form", sizeBytes: 9, fieldNames: ["q"] },
    { presence: "present", kind: "form", sizeBytes: 9, fieldNames: ["file"] },
    { presence: "present", kind: "bytes", sizeBytes: 9 },
  ]);
  expect(JSON.stringify(chains)).not.toContain("s3cret");
});

test.each([
  [
    "entries sorted by end time are sorted by start time",
    [entry(to, 20, {}), entry(from, 0, { response: { status: 301, redirectURL: to } })],
    2,
  ],
  [
    "a relative target with a fragment",
    [entry(from, 0, { response: { status: 301, redirectURL: "done#top" } }), entry(to, 5, {})],
    2,
  ],
  [
    "a URL that browsers serialize differently",
    [
      entry(from, 0, { response: { status: 301, redirectURL: "http://b.test:80/é a" } }),
      entry("HTTP://b.test/é a", 5, {}),
    ],
    2,
  ],
  [
    "only the Location header",
    [entry(from, 0, { response: { status: 308, headers: [{ name: "location", value: to }] } }), entry(to, 5, {})],
    2,
  ],
  [
    "an earlier visit is another request",
    [entry(to, 0, {}), entry(from, 10, { response: { status: 302, redirectURL: to } })],
    1,
  ],
  [
    "another method is another request",
    [entry(from, 0, { response: { status: 302, redirectURL: to } }), entry(to, 5, { request: { method: "PUT" } })],
    1,
  ],
  [
    "a 201 with a Location isn't a redirect",
    [entry(from, 0, { response: { status: 302 } }), entry(to, 5, { response: { status: 201, redirectURL: to } })],
    1,
  ],
  ["status 0 and a target", [entry(from, 0, { response: { status: 0, redirectURL: to } }), entry(to, 5, {})], 2],
])("%s", (_, entries, hopCount) => {
  expect(imported(harOf(...entries)).map(({ hops }) => hops.length)).toEqual([hopCount]);
});

test("missing data stays unknown", () => {
  const [chain] = imported(
    harOf(
      entry(from, 0, { response: { status: 302, redirectURL: to } }),
      entry(to, 5, { request: { bodySize: -1 }, response: { status: 0 } }),
    ),
  );
  expect(chain?.hops[1]).toEqual({
    state: "pending",
    url: to,
    method: "GET",
    body: { presence: "unknown" },
    startedAt: expect.any(Number) as number,
  });
});

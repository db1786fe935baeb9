/** Tests which request of a HAR is matched as the one that follows a redirect. */
import { describe, expect, test } from "vitest";
import { entry, harOf } from "./har-entries.ts";
import { imported } from "./imported.ts";

const origin = "https://shop.example";

const redirect = (path: string, at: number, time: number, redirectURL: string, more: object = {}) =>
  entry(origin + path, at, { time, response: { status: 302, redirectURL, ...more } });
const answer = (path: string, at: number, status = 200) => entry(origin + path, at, { time: 5, response: { status } });

/** Each chain as `/path@start` of its hops; single requests aren't listed. */
function joined(...entries: readonly object[]): string[] {
  const begin = Date.UTC(2026, 0, 31);
  return imported(harOf(...entries)).map(({ hops }) =>
    hops.map(({ url, startedAt }) => `${new URL(url).pathname}@${startedAt - begin}`).join(" "),
  );
}

describe("with several candidates, the one closest to the redirect's end", () => {
  test.each([
    [
      "parallel redirects to one URL, the slowest first",
      [
        redirect("/1", 0, 412, "/login"),
        redirect("/2", 0, 81, "/login"),
        redirect("/3", 1, 39, "/login"),
        answer("/login", 38),
        answer("/login", 78),
        answer("/login", 418, 503),
      ],
      ["/1@0 /login@418", "/2@0 /login@78", "/3@1 /login@38"],
    ],
    [
      "an unrelated request during the redirect",
      [redirect("/a", 0, 500, "/t"), answer("/t", 100), answer("/t", 501, 404)],
      ["/a@0 /t@501"],
    ],
    [
      "a request that starts too early, if it's the only candidate",
      [redirect("/a", 0, 500, "/t"), answer("/t", 100)],
      ["/a@0 /t@100"],
    ],
    [
      "the minimum total distance, not the closest pair first",
      [redirect("/1", 0, 10, "/t"), redirect("/2", 0, 15, "/t"), answer("/t", 14), answer("/t", 21)],
      ["/1@0 /t@14", "/2@0 /t@21"],
    ],
    [
      "a redirect without a follower in the file doesn't take another's",
      [redirect("/1", 0, 10, "/t"), redirect("/2", 0, 500, "/t"), answer("/t", 502)],
      ["/1@0", "/2@0 /t@502"],
    ],
    [
      "a follower is matched by its method",
      [
        redirect("/1", 0, 10, "/t"),
        entry(`${origin}/2`, 0, {
          time: 11,
          request: { method: "POST" },
          response: { status: 307, redirectURL: "/t" },
        }),
        answer("/t", 12),
        entry(`${origin}/t`, 13, { request: { method: "POST" } }),
      ],
      ["/1@0 /t@12", "/2@0 /t@13"],
    ],
    [
      "consecutive redirects to themselves",
      [redirect("/a", 0, 10, "/a"), redirect("/a", 11, 10, "/a"), redirect("/a", 22, 10, "/b"), answer("/b", 33)],
      ["/a@0 /a@11 /a@22 /b@33"],
    ],
    [
      "two pages that redirect to each other",
      [redirect("/a", 0, 10, "/b"), redirect("/b", 11, 10, "/a"), redirect("/a", 22, 10, "/b"), answer("/b", 33)],
      ["/a@0 /b@11 /a@22 /b@33"],
    ],
    ["a visit before the redirect", [answer("/t", 0), redirect("/a", 10, 10, "/t")], ["/a@10"]],
  ])("%s", (_, entries, chains) => {
    expect(joined(...entries).toSorted()).toEqual(chains.toSorted());
  });

  test("very many redirects to one URL", () => {
    const redirects = Array.from({ length: 300 }, (_, at) => redirect(`/${at}`, at, 1_000, "/t"));
    const answers = redirects.map((_, at) => answer("/t", at + 1_002));
    expect(joined(...redirects, ...answers)).toEqual(redirects.map((_, at) => `/${at}@${at} /t@${at + 1_002}`));
  });
});

describe("a follower after a long time", () => {
  test.each([
    ["the only one", [redirect("/a", 0, 12_391, "/se"), answer("/se", 48_578)], ["/a@0 /se@48578"]],
    ["two candidates: ambiguous", [redirect("/a", 0, 5, "/t"), answer("/t", 60_000), answer("/t", 90_000)], ["/a@0"]],
    [
      "of two redirects, the later one",
      [redirect("/a", 0, 5, "/t"), redirect("/b", 20_000, 5, "/t"), answer("/t", 60_000)],
      ["/a@0", "/b@20000 /t@60000"],
    ],
  ])("%s", (_, entries, chains) => {
    expect(joined(...entries).toSorted()).toEqual(chains.toSorted());
  });

  test("a different resource type is another request", () => {
    const image = entry(`${origin}/a`, 0, { response: { status: 302, redirectURL: "/" }, _resourceType: "image" });
    const page = entry(`${origin}/`, 60_000, { _resourceType: "document" });
    expect(joined(image, page)).toEqual(["/a@0"]);
  });
});

test.each([
  ["missing", undefined],
  ["null", null],
  ["-1", -1],
  ["0", 0],
  ["text", "soon"],
])("a duration that is %s is the sum of the timings", (_, time) => {
  const timings = { blocked: -1, dns: 100, connect: 150, ssl: 50, send: 1, wait: 240, receive: 9 };
  const slow = { ...redirect("/a", 0, 0, "/t"), time, timings };
  const [chain] = imported(harOf(slow, answer("/t", 20), answer("/t", 501, 404)));
  const begin = Date.UTC(2026, 0, 31);
  expect(chain?.hops.map(({ startedAt }) => startedAt - begin)).toEqual([0, 501]);
  expect(chain?.hops[0]).toMatchObject({ endedAt: begin + 500 });
});

test("a duration written as text is read", () => {
  const slow = { ...redirect("/a", 0, 0, "/t"), time: "500" };
  expect(joined(slow, answer("/t", 100), answer("/t", 501))).toEqual(["/a@0 /t@501"]);
});

describe("where a redirect leads to", () => {
  const located = (Location: string | readonly string[], redirectURL?: string | null) =>
    entry(`${origin}/a`, 0, {
      response: {
        status: 302,
        redirectURL,
        headers: [Location].flat().map((value) => ({ name: "location", value })),
      },
    });

  test.each([
    ["the Location, if redirectURL differs", located("https://cdn.example/t", "https://cdn.example/old")],
    ["redirectURL, if the Location differs", located("https://cdn.example/old", "https://cdn.example/t")],
    ["the Location, if redirectURL is empty", located("https://cdn.example/t", "")],
    ["the Location, if redirectURL is missing", located("https://cdn.example/t")],
    ["the Location, if redirectURL is null", located("https://cdn.example/t", null)],
    ["the second of two Locations", located(["https://cdn.example/old", "https://cdn.example/t"])],
    ["different percent-encoding", located("https://cdn.example/%74?a=%c3%a9")],
    ["user and password, which request URLs don't have", located("https://me:secret@cdn.example/t")],
  ])("%s", (_, first) => {
    const url = JSON.stringify(first).includes("%74") ? "https://cdn.example/%74?a=%C3%A9" : "https://cdn.example/t";
    const [chain] = imported(harOf(first, entry(url, 6, {})));
    expect(chain?.hops.map((hop) => hop.url)).toEqual([`${origin}/a`, url]);
  });

  test("the Location, if no request in the file follows", () => {
    const [chain] = imported(harOf(located("https://cdn.example/t", "https://cdn.example/old")));
    expect(chain?.hops[0]).toMatchObject({ answer: { headers: [{ value: "https://cdn.example/t" }] } });
  });
});

describe("a Location with non-ASCII bytes", () => {
  /** As DevTools write header bytes: each byte is a character. */
  const bytes = (text: string) => Buffer.from(text, "utf8").toString("latin1");

  test.each([
    ["UTF-8 in a path", bytes("/t/café"), "/t/caf%C3%A9"],
    ["UTF-8 in a query", bytes("/t?q=名前"), "/t?q=%E5%90%8D%E5%89%8D"],
    ["UTF-8 in a host", bytes("https://müller.example/"), "https://xn--mller-kva.example/"],
    ["UTF-8 next to percent-encoding", bytes("/%20/é"), "/%20/%C3%A9"],
    ["Latin-1", "/t/café", "/t/caf%E9"],
    ["Latin-1 and UTF-8", `/é/${bytes("é")}`, "/%E9/%C3%A9"],
    ["text, as written by a tool that decodes", "/t/café", "/t/caf%C3%A9"],
    ["text outside Latin-1", "/t/名前", "/t/名前"],
    ["text that looks like mojibake", "/t/cafÃ©", "/t/caf%C3%83%C2%A9"],
  ])("%s", (_, location, target) => {
    const url = new URL(target, origin).href;
    const [chain] = imported(
      harOf(redirect("/a", 0, 5, location), entry(target.startsWith("/") ? origin + target : url, 6, {})),
    );
    expect(chain?.hops.length).toBe(2);
    expect(chain?.hops[0]).toMatchObject({ state: "redirected", redirectUrl: url });
  });

  test("the header is shown as text", () => {
    const headers = [{ name: "Location", value: bytes("/t/café") }];
    const [chain] = imported(harOf(redirect("/a", 0, 5, bytes("/t/café"), { headers })));
    expect(chain?.hops[0]).toMatchObject({ answer: { headers: [{ name: "Location", value: "/t/café" }] } });
  });
});

describe("a 307 synthesized by the browser", () => {
  const internal = (url: string, redirectURL: string, more: object = {}, last: object = {}) =>
    entry(url, 0, {
      time: 0,
      response: { status: 307, statusText: "Internal Redirect", redirectURL, ...more },
      ...last,
    });
  const sourceOf = (first: object) => {
    const [chain] = imported(harOf(first, entry("https://shop.example/", 1, {})));
    return chain?.hops[0].state === "redirected" ? chain.hops[0].source : undefined;
  };

  test.each([
    ["HSTS, without headers", internal("http://shop.example/", "https://shop.example/"), "hsts"],
    [
      "different letter case",
      internal("http://shop.example/", "https://shop.example/", { statusText: "Internal redirect" }),
      "hsts",
    ],
    [
      "with only a Location",
      internal("http://shop.example/", "", { headers: [{ name: "Location", value: "https://shop.example/" }] }),
      "hsts",
    ],
    ["to another URL: unknown source", internal("http://other.example/", "https://shop.example/"), "browser"],
    [
      "with server headers: a server redirect",
      internal("http://shop.example/", "https://shop.example/", { headers: [{ name: "Server", value: "nginx" }] }),
      "server",
    ],
    [
      "with an IP address: a server redirect",
      internal("http://shop.example/", "https://shop.example/", {}, { serverIPAddress: "192.0.2.1" }),
      "server",
    ],
    [
      "with a server's reason phrase: a server redirect",
      internal("http://shop.example/", "https://shop.example/", { statusText: "Temporary Redirect" }),
      "server",
    ],
  ])("%s", (_, first, source) => {
    expect(sourceOf(first)).toBe(source);
  });
});

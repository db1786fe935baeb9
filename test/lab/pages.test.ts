/** The pages: targets of redirects, forms, client redirects, and the start page. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { labHosts } from "../../lab/hosts.ts";
import { type Lab, startLab } from "../../lab/server.ts";
import { send, statusesOnTheWay } from "./lab-client.ts";

let lab: Lab;
beforeAll(async () => {
  lab = await startLab({ port: 0 });
});
afterAll(() => lab.close());

const plain = (markup: string) => markup.replaceAll("&amp;", "&").replaceAll("&#39;", "'");
const get = (path: string) => send(lab, lab.url("shop.test", path));
const hostile = `"'></script><script>alert(1)</script><!--<i x>`;
const hostileQuery = encodeURIComponent(hostile);

test("/page shows what the server received", async () => {
  const { status, body } = await send(lab, lab.url("shop.test", "/page?status=405&title=No"), {
    method: "POST",
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: "name=Ada&password=secret",
  });
  expect(status).toBe(405);
  for (const shown of ["<title>No</title>", "<dd>POST</dd>", "24 bytes", "name, password"]) {
    expect(body).toContain(shown);
  }
  expect(body).not.toContain("secret");
});

test("/page responds with exactly the requested body", async () => {
  expect((await get("/page?body=")).body).toBe("");
  expect((await get("/page?body=%3Cb%3E")).body).toBe("<b>");
});

test.each([
  ["urlencoded", "application/x-www-form-urlencoded", false],
  ["multipart", "multipart/form-data", true],
  ["text", "text/plain", false],
] as const)("/form as %s", async (enctype, type, hasFile) => {
  const { body } = await get(`/form?action=/redirect%3Fto%3D/page&method=post&enctype=${enctype}`);
  expect(body).toContain(`<form action="/redirect?to=/page" method="post" enctype="${type}">`);
  expect(body).toContain('<button id="send">');
  expect(body.includes('type="file"')).toBe(hasFile);
});

test("client redirects lead to the requested target", async () => {
  expect((await get("/meta-refresh?delay=2&to=/a")).body).toContain('<meta http-equiv="refresh" content="2;url=/a"');
  expect((await get("/refresh-header?delay=3&to=/caf%E9")).all("refresh")).toEqual(["3;url=/caf\u00e9"]);
  expect((await get("/script-redirect?when=load&how=replace&to=/a")).body).toMatch(
    /<script>\s*location\.replace\("\/a"\)/,
  );
  expect((await get("/script-redirect?when=later&how=href&to=/a")).body).toMatch(
    /setTimeout\(\(\) => \{\s*location\.href = "\/a"/,
  );
  expect((await get("/script-submit?to=/a")).body).toContain('<form action="/a" method="post">');
});

test("/refreshes and /described have the requested elements", async () => {
  const { body } = await get("/refreshes?meta=300&meta=1;url=/a&noscript=0;url=/b&base=/c/&equiv=REFRESH&script=/d");
  expect(body).toMatch(
    /<base href="\/c\/" \/>\s*<meta http-equiv="REFRESH" content="300" \/>\s*<meta [^>]*"1;url=\/a" \/>/,
  );
  expect(body).toMatch(/<noscript>\s*<meta http-equiv="REFRESH" content="0;url=\/b" \/>\s*<\/noscript>/);
  expect(body).toContain('location.assign("/d")');
  const described = (await get("/described?robots=none&googlebot=noindex&canonical=/c")).body;
  expect(described).toMatch(/<meta name="robots" content="none" \/>\s*<meta name="googlebot" content="noindex" \/>/);
  expect(described).toContain('<link rel="canonical" href="/c" />');
});

test("a sign-in loop ends after four rounds", async () => {
  expect((await get("/by-script/app")).body).toContain('location.assign("/by-script/sign-in?state=1")');
  expect((await get("/by-script/sign-in?state=1")).body).toContain('"/by-script/app?code=c1&state=1"');
  expect((await get("/by-server/sign-in?state=4")).all("location")).toEqual(["/by-server/app?code=c4&state=4"]);
  expect((await get("/by-server/app?code=c4&state=4")).body).not.toContain("<script>");
});

describe("a hostile value is escaped", () => {
  test.each([
    `/page?title=${hostileQuery}`,
    `/form?action=${hostileQuery}`,
    `/meta-refresh?to=${hostileQuery}`,
    `/script-redirect?to=${hostileQuery}`,
    `/script-submit?to=${hostileQuery}`,
    `/refreshes?meta=${hostileQuery}&noscript=${hostileQuery}&base=${hostileQuery}`,
    `/refreshes?insert=${hostileQuery}&script=${hostileQuery}`,
    `/described?robots=${hostileQuery}&canonical=${hostileQuery}`,
    `/redirect?status=${hostileQuery}`,
  ])("%s", async (path) => {
    const { body } = await get(path);
    expect(body).not.toContain("<script>alert(1)");
    expect(body).not.toContain("<i x");
    // In a script the quote may appear after a backslash.
    expect(body).not.toMatch(/(?<!\\)"'/);
  });
});

test.each(["/", "/page", "/form", "/fetch", "/meta-refresh", "/script-redirect", "/script-submit", "/nowhere"])(
  "%s names an icon, so that no browser asks for one",
  async (path) => {
    expect((await get(path)).body).toContain('<link rel="icon" href="data:,"');
  },
);

test("/ca.pem is the lab's authority", async () => {
  expect((await get("/ca.pem")).body).toBe(lab.certificates.caCertificatePem);
});

describe("the start page", () => {
  test("names, for each link and form, the real statuses", async () => {
    const { body } = await get("/");
    const links = [...body.matchAll(/<a href="([^"#]+)">[^<]*<\/a>\s*<span class="statuses">([^<]*)</g)];
    const buttons = [...body.matchAll(/formaction="([^"]+)"[^>]*>Send to ([^<]*)</g)];
    expect(links.length).toBeGreaterThan(20);
    expect(buttons).toHaveLength(15);
    for (const [, href = "", promised = ""] of [...links, ...buttons]) {
      const url = new URL(plain(href), lab.url("shop.test", "/")).href;
      const statuses = await statusesOnTheWay(lab, url);
      // This client cannot see what the browser or the page does by itself ("internal", "⇢").
      const expected = (promised.split(" ⇢ ")[0] ?? "").replace("internal → ", "");
      const really = statuses.length === 25 ? "302 → 302 → …" : statuses.join(" → ");
      expect(`${href} gives ${really}`).toBe(`${href} gives ${expected}`);
    }
  });

  test("loads nothing from other hosts", async () => {
    const { body } = await get("/");
    expect(body).not.toMatch(/<(?:script|img|iframe)[^>]* src=|@import|url\(/);
    expect(body.match(/<link /g)).toHaveLength(1);
  });

  test("lists the hosts to map, only for visitors without them", async () => {
    expect((await get("/")).body).not.toContain("not mapped yet");
    const { body } = await send(lab, lab.url("127.0.0.1", "/"));
    for (const host of labHosts) expect(body).toContain(host);
    expect(body).toContain("not mapped yet");
  });
});

/**
 * Proves that values of request bodies are never recorded: bodies of many shapes, each with a marker in it, are
 * redirected, and the test searches for the marker wherever the extension stores, sends, shows or exports anything.
 */
import { beforeAll, expect, test } from "vitest";
import { menuItem } from "../../scripts/browsers/panel-page.ts";
import { openApiPage } from "../../scripts/browsers/api-page.ts";
import { clipboardText, openMenu } from "./export-steps.ts";
import { useBrowser } from "./session.ts";

const e2e = useBrowser();

const marker = "Marked4d7e";
const urlencoded = "application/x-www-form-urlencoded";

const bodies: readonly (readonly [contentType: string, body: string])[] = [
  [urlencoded, `user=bob&password=${marker}`],
  [urlencoded, `user=bob&user=${marker}&__proto__=${marker}`],
  [urlencoded, `{"user":"bob","password":"${marker}"}`],
  [urlencoded, `{"next":"/a?b=c&d=${marker}&e=f","password":"${marker}"}`],
  [urlencoded, `[{"op":"replace","value":"${marker}="}]`],
  [urlencoded, `"${marker}"`],
  [urlencoded, `<login password="${marker}"/>`],
  [urlencoded, `<login><password>${marker}</password></login>`],
  [urlencoded, `mutation { login(password: "${marker}") { token } }`],
  [urlencoded, marker],
  [urlencoded, `${marker}=`],
  [urlencoded, `${marker}==`],
  [urlencoded, `${marker}&more`],
  [urlencoded, `${marker}+and+more=1`],
  [urlencoded, `first%0A${marker}=1`],
  [urlencoded, `${marker.repeat(9)}=1`],
  [urlencoded, `eyJhbGciOiJIUzI1NiJ9.${marker}.c2ln`],
  [urlencoded, `https://a.test/?token=${marker}&q=1`],
  [`${urlencoded}; charset=iso-8859-1`, `{"päss":"${marker}="}`],
  ["APPLICATION/X-WWW-FORM-URLENCODED", `{"password":"${marker}"}`],
  ["text/plain", `password=${marker}`],
  ["application/json", `{"password":"${marker}"}`],
  ["multipart/form-data; boundary=b", `--b\r\nContent-Disposition: form-data; name="p"\r\n\r\n${marker}\r\n--b--\r\n`],
  ["multipart/form-data; boundary=b", `{"password":"${marker}"}`],
  [
    "multipart/form-data; boundary=b",
    `--b\r\nContent-Disposition: form-data; name="{&quot;p&quot;:&quot;${marker}&quot;}"\r\n\r\n1\r\n--b--\r\n`,
  ],
];

const formKinds = ["application/x-www-form-urlencoded", "multipart/form-data", "text/plain"] as const;
/** Few enough for the panel to render all of them. */
const sentCount = bodies.length + formKinds.length * 2 + 3;

beforeAll(async () => {
  const { lab, page, panel } = e2e;
  await page.goto(lab.url("shop.test", "/fetch"));
  const target = lab.url("shop.test", "/redirect?status=307&to=/page?n=");
  await page.evaluate(sendAll, target, bodies, [...formKinds], marker);
  await panel.waitFor((count) => document.querySelectorAll("[role=treegrid] .chain").length === count, {
    args: [sentCount] as const,
  });
}, 60_000);

test("not in storage.session, nor in what the background sends to panels", async () => {
  const { session, page } = e2e;
  const tabId = await session.tabId(page);
  const extensionPage = await openApiPage(session);
  const isSaved = async (count: number) => {
    const keys = Object.keys(await api.storage.session.get(null));
    return keys.filter((key) => key.startsWith("chain:")).length >= count;
  };
  await extensionPage.waitForFunction(isSaved, { polling: 50 }, sentCount);
  const seen = await extensionPage.evaluate(async (id) => {
    const { runtime } = api;
    const port = runtime.connect({ name: `panel:${id}` });
    const sent = await new Promise<string>((resolve) => {
      port.onMessage.addListener((message: unknown) => {
        const json = JSON.stringify(message);
        if (json.includes("/page?n=")) resolve(json);
      });
    });
    port.disconnect();
    return { saved: JSON.stringify(await api.storage.session.get(null)), sent };
  }, tabId);
  await extensionPage.close();
  await page.bringToFront();
  // The searched texts do contain the chains, and the field names of real forms.
  for (const text of [seen.saved, seen.sent]) {
    expect(text).toContain("/page?n=");
    expect(text).toContain("password");
    expect(text).not.toContain(marker);
    expect(text).not.toContain(marker.toLowerCase());
  }
});

test("not in the panel: no row, no tab of the details", async () => {
  const texts = await e2e.panel.evaluate(async () => {
    const drawn = () => new Promise((resolve) => setTimeout(resolve));
    const seen: string[] = [];
    for (const row of document.querySelectorAll<HTMLElement>(".hop")) {
      row.click();
      for (const tab of ["explain", "headers", "body", "timing"]) {
        await drawn();
        document.querySelector<HTMLElement>(`#tab-${tab}`)?.click();
        await drawn();
        seen.push(document.documentElement.outerHTML);
      }
    }
    return { count: seen.length, text: seen.join("\n") };
  });
  expect(texts.count).toBe(sentCount * 2 * 4);
  expect(texts.text).toContain("Values are never recorded");
  expect(texts.text).not.toContain(marker);
});

test.each(["JSON", "CSV", "HAR"])("not in the %s file", async (label) => {
  await openMenu(e2e.panel);
  await e2e.panel.click(menuItem("Show secrets in URLs"));
  await e2e.panel.click(menuItem(label));
  const { content } = await e2e.savedFile();
  expect(content).toContain("/page?n=");
  expect(content).not.toContain(marker);
});

test.each(["Text", "Markdown", "curl (bash)"])("not in what is copied as %s", async (label) => {
  await openMenu(e2e.panel);
  await e2e.panel.click(menuItem(label));
  await e2e.panel.waitFor(
    (format) => document.querySelector(".menu-button [role=status]")?.textContent.startsWith(`Copied as ${format}`),
    { args: [label] as const },
  );
  const content = await clipboardText(e2e.panel);
  expect(content).toContain("shop.test");
  expect(content).not.toContain(marker);
});

/** Runs in the page. */
async function sendAll(
  target: string,
  shapes: typeof bodies,
  enctypes: readonly string[],
  secret: string,
): Promise<void> {
  let sent = 0;
  const nextUrl = () => `${target}${(sent += 1)}`;
  for (const [contentType, body] of shapes) {
    const headers = { "content-type": contentType };
    await fetch(nextUrl(), { method: sent % 2 === 0 ? "POST" : "PUT", headers, body });
  }
  const odd = new FormData();
  odd.append(`{"password":"${secret}"}`, "1");
  await fetch(nextUrl(), { method: "POST", body: odd });
  const withFile = new FormData();
  withFile.append("file", new File([secret], `${secret}.txt`));
  await fetch(nextUrl(), { method: "POST", body: withFile });
  await fetch(nextUrl(), { method: "POST", body: new Blob([`{"p":"${secret}="}`], { type: enctypes[0] ?? "" }) });
  const frame = document.createElement("iframe");
  frame.name = "answers";
  document.body.append(frame);
  for (const enctype of enctypes) {
    for (const name of ["password", `my ${secret} field`]) {
      const form = document.createElement("form");
      Object.assign(form, { method: "post", target: "answers", action: nextUrl(), enctype });
      const input = document.createElement("input");
      Object.assign(input, { name, value: secret });
      form.append(input);
      document.body.append(form);
      await new Promise((resolve) => {
        frame.addEventListener("load", resolve, { once: true });
        form.submit();
      });
    }
  }
}

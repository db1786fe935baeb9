/** Tests that secrets in URLs are hidden, and that nothing else is. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { mask } from "../../../src/model/url/credential-headers.ts";
import {
  isSecretName,
  maskCredentials,
  maskCredentialsInText,
  maskSecrets,
  maskSecretsInText,
  cutLong,
} from "../../../src/model/url/masking.ts";
import { harmlessUrls } from "./harmless-urls.ts";
import { secretUrls } from "./secret-urls.ts";

const secretNames = `
  token access_token accessToken id_token csrf-token X-Amz-Security-Token TOKEN auth.token user[password]
  key apiKey api_key api-key apikey APIKEY password passwd pwd new_password userPassword secret client_secret
  code auth_code state RelayState SAMLResponse SAMLRequest samlresponse auth sig X-Amz-Signature otp jwt nonce ticket
  session sessionid session_id sessionId session-id sid PHPSESSID JSESSIONID csrfmiddlewaretoken authtoken
  password1 new_password2 password_confirmation passwordConfirm passwort AWSAccessKeyId X-Amz-Credential oauth_verifier
`;

test.each(wordsOf(secretNames))("%s is the name of a secret", (name) => {
  expect(isSecretName(name)).toBe(true);
});

const harmlessNames = `
  monkey keyboard statement state_name keyword donkey tokenizer encode barcode author passenger compass
  constructor toString __proto__ hasOwnProperty secretary Access-Control-Allow-Credentials obsession sidebar pinned id q user page utm_source page2 confirm order_confirmation
`;

test.each([...wordsOf(harmlessNames), ""])("%j is not", (name) => {
  expect(isSecretName(name)).toBe(false);
});

type Row = readonly [what: string, text: string, masked: string];

test.each([
  ["user and password", "https://me:pw@a.test/x", "https://***@a.test/x"],
  ["user alone", "https://me@a.test/", "https://***@a.test/"],
  ["@ in the password", "https://me:p@w@a.test/", "https://***@a.test/"],
  ["scheme-relative", "//me:pw@a.test/", "//***@a.test/"],
  ["one slash", "https:/me:pw@a.test/", "https:/***@a.test/"],
  ["backslashes", "https:\\\\me:pw@a.test/", "https:\\\\***@a.test/"],
  ["@ in the path", "https://a.test/@me", "https://a.test/@me"],
  ["@ in the query", "https://a.test?to=me@b.test", "https://a.test?to=me@b.test"],
  ["no credentials", "https://a.test/", "https://a.test/"],
  ["of a URL within", "https://a.test/?to=https://me:pw@b.test/", "https://a.test/?to=https://***@b.test/"],
  ["without a scheme", "/?to=//me:pw@b.test/", "/?to=//***@b.test/"],
  ["of an encoded one", "/?to=https%3A%2F%2Fme%3Apw%40b.test", "/?to=https%3A%2F%2F***%40b.test"],
  ["without a scheme, encoded", "/?to=%2F%2Fme%3Apw%40b.test&token=x", "/?to=%2F%2F***%40b.test&token=x"],
  ["no URL", "me@a.test", "me@a.test"],
] satisfies Row[])("maskCredentials: %s", (_, url, masked) => {
  expect(maskCredentials(url)).toBe(masked);
});

test.each([
  ["one of several", "https://a.test/?q=1&token=abc&page=2", "https://a.test/?q=1&token=***&page=2"],
  ["first", "/cb?code=abc&state=def", "/cb?code=***&state=***"],
  ["in the fragment", "https://a.test/#access_token=abc&type=x", "https://a.test/#access_token=***&type=x"],
  ["encoded name", "/?%74oken=abc", "/?%74oken=***"],
  ["badly encoded name", "/?%zz=abc&token=x", "/?%zz=abc&token=***"],
  ["value with = in it", "/?token=YWJj==", "/?token=***"],
  ["before a fragment", "/?token=abc#top", "/?token=***#top"],
  ["with brackets", "/?user%5Bpassword%5D=abc", "/?user%5Bpassword%5D=***"],
  ["empty: nothing to hide", "/?token=&key=", "/?token=&key="],
  ["after a semicolon, with a slash", "/?a=1;token=x/y&q=2", "/?a=1;token=***&q=2"],
  ["in a URL that is not encoded", "/?next=/page?token=a/b&q=2", "/?next=/page?token=***&q=2"],
  ["with a question mark in it", "/?password=what?who=me;x=1&q=2", "/?password=***&q=2"],
  ["after an empty one", "/?next=/page?token=&key=x", "/?next=/page?token=&key=***"],
  ["an unencoded = in an encoded URL", "/?next=%2F%3Ftoken=abc&q=1", "/?next=%2F%3Ftoken=***&q=1"],
  ["with encoded brackets in one", "/?next=%2F%3Fa%5Bkey%5D%3Dabc%26q%3D1", "/?next=%2F%3Fa%5Bkey%5D%3D***%26q%3D1"],
  ["path parameter before others", "/a;token=x/b;v=1/c?q=1", "/a;token=***/b;v=1/c?q=1"],
  ["path parameter", "/cart;jsessionid=A1?q=1", "/cart;jsessionid=***?q=1"],
  [
    "in an encoded URL",
    "/?next=https%3A%2F%2Fa.test%2F%3Fq%3D1%26token%3Dabc&page=2",
    "/?next=https%3A%2F%2Fa.test%2F%3Fq%3D1%26token%3D***&page=2",
  ],
  ["encoded value in an encoded URL", "/?next=%2F%3Ftoken%3Da%252Bb%253D%26q%3D1", "/?next=%2F%3Ftoken%3D***%26q%3D1"],
  [
    "in a URL encoded twice",
    "/?next=%252F%253Ftoken%253Dabc%2526q%253D1&p=2",
    "/?next=%252F%253Ftoken%253D***%2526q%253D1&p=2",
  ],
  ["in an encoded fragment", "/?next=%2F%23access_token%3Dabc", "/?next=%2F%23access_token%3D***"],
  [
    "credentials of an inner URL",
    "/?next=https://me:pw@a.test/&mail=b@c.test",
    "/?next=https://***@a.test/&mail=b@c.test",
  ],
  [
    "of an encoded one",
    "/?next=https%3A%2F%2Fme%3Ap%2540w%40a.test%2F&q=1",
    "/?next=https%3A%2F%2F***%40a.test%2F&q=1",
  ],
  ["encoded twice", "/?next=https%253A%252F%252Fme%253Apw%2540a.test", "/?next=https%253A%252F%252F***%2540a.test"],
  ["none in an encoded path", "/?next=https%3A%2F%2Fa.test%2F%40me", "/?next=https%3A%2F%2Fa.test%2F%40me"],
  ["no value", "/?token", "/?token"],
  ["credentials, too", "http://me:pw@a.test/?key=1", "http://***@a.test/?key=***"],
  ["nothing secret", "https://a.test/code/token?monkey=1#state", "https://a.test/code/token?monkey=1#state"],
] satisfies Row[])("maskSecrets: %s", (_, url, masked) => {
  expect(maskSecrets(url)).toBe(masked);
});

test.each([
  ["no URL", "max-age=600; includeSubDomains", "max-age=600; includeSubDomains"],
  ["two URLs", "http://a:b@c.test/ http://d:e@f.test/", "http://***@c.test/ http://***@f.test/"],
  ["Refresh", "0; url=https://me:pw@a.test/?token=x", "0; url=https://***@a.test/?token=***"],
  ["relative", "/login?code=abc", "/login?code=***"],
  ["scheme-relative", "//me:pw@a.test/", "//***@a.test/"],
  ["what follows stays", '<https://a.test/?token=x>; rel="canonical"', '<https://a.test/?token=***>; rel="canonical"'],
] satisfies Row[])("maskSecretsInText: %s", (_, text, masked) => {
  expect(maskSecretsInText(text)).toBe(masked);
});

test("maskCredentialsInText: of every URL, and no more", () => {
  const text = "1; url=https://me:pw@a.test/?token=x, <//b:c@d.test> e@f.test";
  expect(maskCredentialsInText(text)).toBe("1; url=https://***@a.test/?token=x, <//***@d.test> e@f.test");
});

test.each(secretUrls)("of %s: %s", (url, masked) => {
  expect(maskSecrets(url)).toBe(masked);
  const inText = (text: string) => `<${text.replaceAll(" ", "+")}>; rel="next"`;
  expect(maskSecretsInText(inText(url))).toBe(inText(masked));
});

test.each(secretUrls.filter(([url]) => url.startsWith("http")))("encoded in another URL: %s", (url, masked) => {
  const start = "https://go.test/?page=1&u=";
  const secrets = secretsOf(url, masked);
  for (const inner of [encodeURIComponent(url), encodeURIComponent(encodeURIComponent(url))]) {
    const shown = maskSecrets(`${start}${inner}&page=2`);
    expect(shown.startsWith(start)).toBe(true);
    expect(shown.endsWith("&page=2")).toBe(true);
    for (const secret of secrets) expect(decoded(shown)).not.toContain(decoded(secret));
  }
});

test.each(harmlessUrls)("nothing is hidden in %s", (url) => {
  expect(maskSecrets(url)).toBe(url);
  expect(maskSecretsInText(url)).toBe(url);
});

const pieces = fc.oneof(
  fc.constantFrom(..."/ ? & # = ; : @ % %25 %2F %3F %3D %26 %40 // :// . - _ ~ * *** … %2".split(" "), " "),
  fc.constantFrom(..."https: token key state code zip_code reset invite login q hash t session".split(" ")),
  fc.constantFrom(...secretUrls.flatMap(([url, masked]) => secretsOf(url, masked))),
  fc.constantFrom(...secretUrls.map(([url]) => url), ...harmlessUrls),
  fc.string({ maxLength: 12, unit: "binary" }),
);
const hostileUrl = fc.array(pieces, { maxLength: 14 }).map((parts) => parts.join(""));

test("masking twice is masking once; nothing grows by more than a mask for each secret; nothing is thrown", () => {
  fc.assert(
    fc.property(hostileUrl, (url) => {
      for (const masking of [maskCredentials, maskSecrets, maskCredentialsInText, maskSecretsInText]) {
        const once = masking(url);
        expect(masking(once)).toBe(once);
        expect(once.length).toBeLessThanOrEqual(url.length + mask.length * once.split(mask).length);
      }
    }),
    { numRuns: 3_000 },
  );
});

test("what is no part of a secret stays as it is: what is shown are pieces of the URL, in order", () => {
  // An asterisk beside the mask would be taken for part of it.
  const withoutAsterisks = hostileUrl.map((url) => url.replaceAll("*", "-"));
  fc.assert(
    fc.property(withoutAsterisks, (url) => {
      let from = 0;
      for (const piece of maskSecrets(url).split(mask)) {
        const at = url.indexOf(piece, from);
        expect(at).toBeGreaterThanOrEqual(from);
        from = at + piece.length;
      }
    }),
  );
});

test("a URL of 5 million characters, and one that is encoded over and over, are masked", () => {
  const long = `https://me:pw@a.test/?q=${"x".repeat(5_000_000)}&token=abc`;
  expect(maskSecrets(long)).toBe(long.replace("me:pw", mask).replace("abc", mask));
  const deep = `https://a.test/?q=${"%25".repeat(100_000)}3D&token=abc`;
  expect(maskSecrets(deep)).toBe(deep.replace("abc", mask));
  const credentials = `https://${"me:pw".repeat(500_000)}@a.test/`;
  expect(maskCredentials(credentials)).toBe(`https://${mask}@a.test/`);
});

test("what is cut for showing says so, and shows no credentials whose @ was cut off", () => {
  expect(cutLong("https://a.test/")).toBe("https://a.test/");
  const cut = cutLong(`https://a.test/${"x".repeat(20_000)}`);
  expect(cut).toHaveLength(16_385);
  expect(cut.endsWith("x…")).toBe(true);
  expect(maskCredentials(cutLong(`https://me:${"pw".repeat(20_000)}@a.test/`))).toBe(`https://${mask}…`);
  expect(maskCredentials(cutLong(`/?to=https://me:${"pw".repeat(20_000)}@a.test/`))).toBe(`/?to=https://${mask}…`);
});

// (Were the time to grow with the square of the length, this would take minutes.)
test("long values that look like the beginning of something are left as they are", () => {
  for (const part of [
    "x",
    "%26",
    ";a",
    "a://",
    "&a",
    "%3Fa",
    "%3A%2F%2F",
    "%25",
    "25",
    "?a",
    "=//",
    "%3Fa%20",
    "?a=",
  ]) {
    const text = `a=${part.repeat(200_000 / part.length)}`;
    expect([maskSecretsInText(text), maskSecrets(text)]).toEqual([text, text]);
  }
});

function wordsOf(list: string): string[] {
  return list.trim().split(/\s+/);
}

function secretsOf(url: string, masked: string): string[] {
  const secrets: string[] = [];
  let from = 0;
  const kept = masked.split(mask);
  for (const [index, piece] of kept.entries()) {
    const at = index === kept.length - 1 ? url.length - piece.length : url.indexOf(piece, from);
    if (index > 0) secrets.push(url.slice(from, at));
    from = at + piece.length;
  }
  return secrets;
}

function decoded(text: string): string {
  let before = "";
  let after = text;
  while (after !== before) {
    before = after;
    after = before.replaceAll(/%([0-7][\da-f])/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  }
  return after;
}

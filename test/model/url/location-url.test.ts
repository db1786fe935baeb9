/** Tests the target of a Location, and whether two URLs are the same resource or an upgrade of each other. */
import { expect, test } from "vitest";
import { isHttpsUpgrade, isSameResource, locationUrl, parseUrl } from "../../../src/model/url/location-url.ts";

const hopUrl = "http://shop.test/cart/pay?id=1";

type Resolved = readonly [what: string, locationHeader: string, url: string];

test.each([
  ["absolute", "https://other.test/done", "https://other.test/done"],
  ["scheme-relative", "//other.test/done", "http://other.test/done"],
  ["from the root", "/done", "http://shop.test/done"],
  ["relative", "done", "http://shop.test/cart/done"],
  ["up", "../done", "http://shop.test/done"],
  ["query only", "?id=2", "http://shop.test/cart/pay?id=2"],
  ["empty: the same URL (Fetch)", "", "http://shop.test/cart/pay?id=1"],
  ["the scheme's own port", "http://shop.test:80/done", "http://shop.test/done"],
  ["another port", "//shop.test:8080/", "http://shop.test:8080/"],
  ["IPv6", "http://[0:0:0:0:0:0:0:1]:81/", "http://[::1]:81/"],
  ["IDN", "https://bücher.test/", "https://xn--bcher-kva.test/"],
  ["spaces", "/thank you", "http://shop.test/thank%20you"],
  ["spaces around", "  /done\t", "http://shop.test/done"],
  ["non-ASCII", "/größe?q=größe", "http://shop.test/gr%C3%B6%C3%9Fe?q=gr%C3%B6%C3%9Fe"],
  ["upper case", "HTTPS://Other.TEST/Done", "https://other.test/Done"],
  ["backslashes", "\\\\other.test\\done", "http://other.test/done"],
  ["credentials are kept: masking happens on display", "//me:pw@other.test/", "http://me:pw@other.test/"],
] satisfies Resolved[])("%s: %j → %s", (_, locationHeader, url) => {
  expect(locationUrl(locationHeader, hopUrl)).toEqual({ url });
});

test.each([
  ["inherited", "/done", "http://shop.test/done#here"],
  ["replaced", "/done#there", "http://shop.test/done#there"],
  ["inherited by a query only", "?a", "http://shop.test/cart?a#here"],
  ["replaced by an empty fragment", "/done#", "http://shop.test/done#"],
] satisfies Resolved[])("the fragment is %s: %s", (_, locationHeader, url) => {
  expect(locationUrl(locationHeader, "http://shop.test/cart#here")).toEqual({ url });
});

test.each(["http://", "https://[::1", "//a b/", "http://shop.test:99999/", "//%"])("%j is unparsable", (header) => {
  expect(locationUrl(header, hopUrl)).toEqual({ problem: "unparsable" });
});

test.each(["data:text/html,x", "javascript:alert(1)", "foo:bar", "file:///etc/passwd", "about:blank", "ftp://a.test/"])(
  "%s is not http",
  (header) => {
    expect(locationUrl(header, hopUrl)).toEqual({ problem: "not-http" });
  },
);

test("without a base URL, there is no target", () => {
  expect(locationUrl("/done", "")).toEqual({ problem: "unparsable" });
  expect(parseUrl("/done")).toBeUndefined();
});

type Pair = readonly [isTrue: boolean, urlA: string, urlB: string];

test.each([
  [true, "http://a.test/", "https://a.test/"],
  [true, "http://a.test:80/?q#x", "https://a.test:443/?q"],
  [true, "http://a.test:8080/", "https://a.test:8080/"],
  [false, "http://a.test:8080/", "https://a.test/"],
  [false, "http://a.test/", "https://www.a.test/"],
  [false, "http://a.test/", "https://a.test/home"],
  [false, "http://a.test/?a", "https://a.test/?b"],
  [false, "https://a.test/", "http://a.test/"],
  [false, "https://a.test/", "https://a.test/"],
  [false, "http://a.test/", "foo"],
] satisfies Pair[])("isHttpsUpgrade is %s: %s → %s", (isTrue, from, to) => {
  expect(isHttpsUpgrade(from, to)).toBe(isTrue);
});

test.each([
  [true, "http://a.test/", "http://a.test/"],
  [true, "http://a.test/#x", "http://a.test/#y"],
  [true, "http://a.test/", "http://a.test/#"],
  [false, "http://a.test/", "https://a.test/"],
  [false, "http://a.test/?#x", "http://a.test/"],
  [true, "foo:bar", "foo:bar"],
] satisfies Pair[])("isSameResource is %s: %s and %s", (isTrue, urlA, urlB) => {
  expect(isSameResource(urlA, urlB)).toBe(isTrue);
  expect(isSameResource(urlB, urlA)).toBe(isTrue);
});

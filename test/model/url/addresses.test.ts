/** Tests who can reach a host, judged by its name or address. */
import { expect, test } from "vitest";
import { addressScope } from "../../../src/model/url/addresses.ts";

test.each([
  ["loopback", "http://localhost:3000/"],
  ["loopback", "http://app.localhost/"],
  ["loopback", "http://127.0.0.1/"],
  ["loopback", "http://[::1]:8080/"],
  ["loopback", "http://[::ffff:127.0.0.1]/"],
  ["loopback", "http://0.0.0.0:8000/"],
  ["private", "http://10.1.2.3/"],
  ["private", "http://172.17.0.2/"],
  ["private", "http://192.168.0.1/"],
  ["private", "http://169.254.169.254/"],
  ["private", "http://100.64.0.1/"],
  ["private", "http://[fd00::1]/"],
  ["private", "http://[fe80::1]/"],
  ["private", "http://[::ffff:10.0.0.1]/"],
  ["internal", "http://backend.internal:3000/"],
  ["internal", "http://wiki/"],
  ["internal", "http://web.default.svc.cluster.local/"],
  ["internal", "http://printer.local./"],
  ["internal", "http://nas.lan/"],
  ["internal", "http://router.home.arpa/"],
  ["reserved", "http://shop.test/"],
  ["reserved", "https://a.example/"],
  ["public", "https://www.example.com/"],
  ["public", "http://172.32.0.1/"],
  ["public", "http://8.8.8.8/"],
  ["public", "http://[2001:db8::1]/"],
  ["public", "http://localhost.example.com/"],
  [undefined, "not a URL"],
  [undefined, "data:,x"],
])("%s: %s", (scope, url) => {
  expect(addressScope(url)).toBe(scope);
});

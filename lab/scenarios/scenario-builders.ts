/** Builds scenarios whose expected hops are written in one line each. */
import type { BrowserName } from "../browser-name.ts";
import type { LabUrl } from "../url-maker.ts";
import { fetchInPage, received, sendForm, type ExpectedChain, type ExpectedHop, type Scenario } from "./scenario.ts";

export type Expected = (
  url: (pathAndQuery: string) => string,
  labUrl: LabUrl,
  browserName: BrowserName,
) => ExpectedChain;

/**
 * A hop with what follows from its status and methods: the body is kept where the method is. A number is a response,
 * and an arrow in the method means that the redirect was followed.
 */
export function hop(status: number | "Failed", method: string, url: string, body = usualBody(method)): ExpectedHop {
  return { status: String(status), method, body, seo: seoOf(status), url };
}

export function visiting(name: string, title: string, path: string, hops: Expected): Scenario {
  return { name, title, run: ({ lab, visit }) => visit(lab.url("shop.test", path)), expected: oneChain(hops) };
}

export function sendingForm(name: string, title: string, action: string, hops: Expected): Scenario {
  return {
    name,
    title,
    run: (context) => sendForm(context, { action, enctype: "urlencoded" }),
    expected: oneChain(hops),
  };
}

export function fetching(name: string, title: string, path: string, init: RequestInit, hops: Expected): Scenario {
  return {
    name,
    title,
    run: async (context) => {
      await fetchInPage(context, context.lab.url("shop.test", path), init);
      await received(context, path);
    },
    expected: oneChain(hops),
  };
}

/** `url` makes URLs of shop.test. */
export function oneChain(hops: Expected): Scenario["expected"] {
  return ({ url }, browserName) => [hops((path) => url("shop.test", path), url, browserName)];
}

export function json(method: string, value: object, headers: Readonly<Record<string, string>> = {}): RequestInit {
  return { method, body: JSON.stringify(value), headers: { "Content-Type": "application/json", ...headers } };
}

function usualBody(method: string): ExpectedHop["body"] {
  const [sent, followed] = method.split(" → ");
  if (sent === "GET") return "none";
  if (followed === undefined) return "sent";
  return followed === sent ? "sent → kept" : "sent → lost";
}

function seoOf(status: number | "Failed"): ExpectedHop["seo"] {
  if (status === 301 || status === 308) return "Permanent";
  return status === 302 || status === 303 || status === 307 ? "Temporary" : "—";
}

/** Findings about methods and bodies: reported and not reported. */
import { answer, answered, chainOf, failed, formBody, internal, pending, served, unknownBody } from "../../hops.ts";
import { clientRedirect } from "../../export/exported.ts";
import { done, got, gotPost, ofType, other, post, posted, shop, type ReportedRow, type NotReportedRow } from "./row.ts";

const secure = "https://shop.test/pay";
const list = "http://shop.test/list";

const deleted = (status: number, to = list) => served(shop, status, to, { method: "DELETE" });
const page = { answer: answer(200, { "Content-Disposition": "attachment; filename=a" }), ...posted };
const postedPage = { ...clientRedirect("script"), ...posted };

export const reported: readonly ReportedRow[] = [
  ["method-changed", "POST to GET through 301", chainOf(post(301), got), "warning", 0, ["POST", "GET"]],
  [
    "method-changed",
    "PUT to GET, as required by 303",
    chainOf(served(shop, 303, done, { method: "PUT" }), got),
    "info",
    0,
    ["PUT", "GET"],
  ],
  ["method-changed", "Post/Redirect/Get", chainOf(post(303), got), "info", 0, ["POST", "GET"]],
  [
    "method-changed",
    "at the second hop",
    chainOf(post(307), served(done, 302, list, { method: "POST" }), answered(list, 404)),
    "warning",
    1,
    ["POST", "GET"],
  ],
  [
    "method-changed",
    "302 to https, which isn't Post/Redirect/Get",
    chainOf(post(302, secure), answered(secure)),
    "warning",
    0,
    ["POST", "GET"],
  ],
  ["body-lost", "through 301", chainOf(post(301), got), "warning", 0],
  ["body-lost", "and rejected", chainOf(post(302), answered(done, 400)), "error", 0],
  ["body-lost", "and rejected later", chainOf(post(302), served(done, 301, other), answered(other, 422)), "error", 0],
  ["body-lost", "Post/Redirect/Get", chainOf(post(302), got), "info", 0],
  [
    "method-not-allowed-after-redirect",
    "405 to the GET",
    chainOf(post(301), answered(done, 405)),
    "error",
    0,
    ["GET", "405"],
  ],
  [
    "method-not-allowed-after-redirect",
    "405 to the POST that was kept",
    chainOf(post(307), answered(done, 405, posted)),
    "error",
    0,
    ["POST", "405"],
  ],
  [
    "method-not-allowed-after-redirect",
    "the hop of the change, not a later one",
    chainOf(post(302), served(done, 301, list), answered(list, 400)),
    "error",
    0,
    ["GET", "400"],
  ],
  ["resubmission-risk", "POST kept by 307", chainOf(post(307), gotPost), "warning", 0, ["POST"]],
  [
    "resubmission-risk",
    "in a frame, the last that kept it",
    ofType("sub_frame", chainOf(post(307, list), post(308, done, list), gotPost)),
    "warning",
    1,
    ["POST"],
  ],
  [
    "unsafe-method-kept",
    "DELETE through 302",
    chainOf(deleted(302), answered(list, 200, { method: "DELETE" })),
    "warning",
    0,
    ["DELETE"],
  ],
  [
    "unsafe-method-kept",
    "PUT through 301, pending",
    chainOf(served(shop, 301, list, { method: "PUT" }), pending(list, { method: "PUT" })),
    "warning",
    0,
    ["PUT"],
  ],
  ["permanent-on-post", "301", chainOf(post(301), got), "warning", 0, ["301"]],
  [
    "permanent-on-post",
    "unknown headers",
    chainOf(served(shop, 301, done, { ...posted, answer: answer(301) }), got),
    "warning",
    0,
    ["301"],
  ],
  ["permanent-on-post", "308, not followed", chainOf(served(shop, 308, done, { ...posted })), "warning", 0, ["308"]],
];

export const notReported: readonly NotReportedRow[] = [
  ["method-changed", "it was kept", chainOf(served(shop, 301, done), got)],
  ["method-changed", "POST kept by 307", chainOf(post(307), gotPost)],
  ["method-changed", "not followed yet", chainOf(post(302))],
  ["method-changed", "pending, so it can still be Post/Redirect/Get", chainOf(post(303), pending(done))],
  ["method-changed", "a page made a new request", chainOf(postedPage, got)],
  ["body-lost", "it was kept", chainOf(post(308), gotPost)],
  ["body-lost", "there was none", chainOf(served(shop, 302, done, { method: "POST" }), got)],
  [
    "body-lost",
    "a PATCH whose body isn't reported",
    chainOf(served(shop, 302, done, { method: "PATCH", body: unknownBody }), got),
  ],
  ["body-lost", "unknown whether it arrived", chainOf(post(302), answered(done, 200, { body: unknownBody }))],
  ["body-lost", "unknown outcome", chainOf(post(302), pending(done))],
  ["body-lost", "the redirecting page received it", chainOf(postedPage, got)],
  ["method-not-allowed-after-redirect", "a success", chainOf(post(301), got)],
  ["method-not-allowed-after-redirect", "a server error", chainOf(post(301), answered(done, 500))],
  ["method-not-allowed-after-redirect", "always GET", chainOf(served(shop, 302, done), answered(done, 404))],
  [
    "method-not-allowed-after-redirect",
    "the browser kept the POST, not the server",
    chainOf(internal(shop, "hsts", secure, posted), answered(secure, 405, posted)),
  ],
  [
    "method-not-allowed-after-redirect",
    "a client redirect in between",
    chainOf(post(302), clientRedirect("script"), answered(other, 404)),
  ],
  ["resubmission-risk", "303 made it a GET", chainOf(post(303), got)],
  ["resubmission-risk", "a script's request", ofType("xmlhttprequest", chainOf(post(307), gotPost))],
  ["resubmission-risk", "a download", chainOf(post(307), answered(done, 200, page))],
  ["resubmission-risk", "no page", chainOf(post(307), answered(done, 204, posted))],
  ["resubmission-risk", "HSTS", chainOf(internal(shop, "hsts", secure, posted), answered(secure, 200, posted))],
  ["resubmission-risk", "refused", chainOf(post(307), answered(done, 404, posted))],
  ["unsafe-method-kept", "303 made it a GET", chainOf(deleted(303), answered(list))],
  [
    "unsafe-method-kept",
    "307, which keeps the method",
    chainOf(deleted(307), answered(list, 200, { method: "DELETE" })),
  ],
  [
    "unsafe-method-kept",
    "the same path by https",
    chainOf(deleted(301, secure), answered(secure, 200, { method: "DELETE" })),
  ],
  [
    "unsafe-method-kept",
    "the same path with a slash",
    chainOf(deleted(301, `${shop}/`), answered(`${shop}/`, 200, { method: "DELETE" })),
  ],
  ["unsafe-method-kept", "a POST", chainOf(post(302), gotPost)],
  ["permanent-on-post", "302", chainOf(post(302), got)],
  ["permanent-on-post", "a GET", chainOf(served(shop, 301, done), got)],
  [
    "permanent-on-post",
    "201 with a Location",
    chainOf(answered(shop, 201, { answer: answer(201, { Location: done }) })),
  ],
  ["permanent-on-post", "failed without a response", chainOf(failed(shop, "net::ERR_FAILED", { body: formBody }))],
];

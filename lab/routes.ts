/** The table of all routes, the same on every host, port and scheme. */
import type { Route } from "./route.ts";
import { chain } from "./routes/chain.ts";
import { metaRefresh, refreshHeader, scriptRedirect, scriptSubmit } from "./routes/client-redirects.ts";
import { form } from "./routes/form.ts";
import { caCertificate, favicon, fetchPage, log } from "./routes/lab-itself.ts";
import { countdown, loop, pingPong } from "./routes/loops.ts";
import { page } from "./routes/page.ts";
import { redirect } from "./routes/redirect.ts";
import { described, refreshes } from "./routes/refreshes.ts";
import { app, signInByScript, signInByServer } from "./routes/sign-in-loop.ts";
import { registerWorker, workerScript } from "./routes/service-worker.ts";
import { apiRoutes } from "./routes/api.ts";
import { formFlowRoutes } from "./routes/form-flows.ts";
import { siteMoveRoutes } from "./routes/site-moves.ts";
import { demoPageRoutes } from "./routes/demo-pages.ts";
import { webWorkerScript } from "./routes/web-worker.ts";
import { startPage } from "./start-page.ts";

export const routes: ReadonlyMap<string, Route> = new Map<string, Route>([
  ["/", startPage],
  ["/redirect", redirect],
  ["/chain", chain],
  ["/loop", loop],
  ["/ping-pong", pingPong],
  ["/countdown", countdown],
  ["/page", page],
  ["/form", form],
  ["/fetch", fetchPage],
  ["/meta-refresh", metaRefresh],
  ["/refresh-header", refreshHeader],
  ["/script-redirect", scriptRedirect],
  ["/script-submit", scriptSubmit],
  ["/refreshes", refreshes],
  ["/described", described],
  ["/by-script/app", app("/by-script/sign-in")],
  ["/by-script/sign-in", signInByScript],
  ["/by-server/app", app("/by-server/sign-in")],
  ["/by-server/sign-in", signInByServer],
  ["/register-worker", registerWorker],
  ["/worker.js", workerScript],
  ["/web-worker.js", webWorkerScript],
  ["/worked/look/page", page],
  ["/worked/pass/page", page],
  ["/worked/pass/redirect", redirect],
  ...demoPageRoutes,
  ...formFlowRoutes,
  ...apiRoutes,
  ...siteMoveRoutes,
  ["/log", log],
  ["/ca.pem", caCertificate],
  ["/favicon.ico", favicon],
]);

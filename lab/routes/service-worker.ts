/**
 * A page that registers a service worker for everything under /worked/<does>/, and that worker. `does`: how it handles
 * a navigation there: fetch it and pass the response on, respond with its own redirect, or do nothing.
 * https://w3c.github.io/ServiceWorker/
 */
import { html, scriptLiteral } from "../html.ts";
import { pageReply } from "../reply.ts";
import type { LabRequest, Reply } from "../route.ts";

const answers = {
  pass: "event.respondWith(fetch(event.request));",
  redirect: 'event.respondWith(Response.redirect("/page?by-worker", 302));',
  look: "",
} as const;

/** Its title changes to "Ready" when the worker is active. */
export function registerWorker({ query }: LabRequest): Reply {
  const does = query.choice("does", ["pass", "redirect", "look"]);
  const script = scriptLiteral(`/worker.js?does=${does}`);
  const scope = scriptLiteral(`/worked/${does}/`);
  return pageReply({
    title: "Service worker",
    main: html`<p>This page registers a service worker.</p>
      <script>
        navigator.serviceWorker.register(${script}, { scope: ${scope} }).then((registration) => {
          const worker = registration.active ?? registration.waiting ?? registration.installing;
          const look = () => worker.state === "activated" && (document.title = "Ready");
          worker.addEventListener("statechange", look);
          look();
        });
      </script>`,
  });
}

export function workerScript({ query }: LabRequest): Reply {
  const answer = answers[query.choice("does", ["pass", "redirect", "look"])];
  const script = `addEventListener("install", () => skipWaiting());
addEventListener("fetch", (event) => {
  ${answer}
});
`;
  return { status: 200, headers: [["Content-Type", "text/javascript"]], body: Buffer.from(script) };
}

/**
 * An app and its sign-in page that send the browser to each other, as sign-in libraries do when the app loses its
 * session. The app stops after four rounds. Each page navigates when it gets the event "go-on".
 */
import { html, scriptLiteral } from "../html.ts";
import { pageReply, redirectReply } from "../reply.ts";
import type { LabRequest, Reply, Route } from "../route.ts";

const laps = 4;

export function app(signInPath: string): Route {
  return ({ query }) => {
    const lap = query.integer("state", { min: 1, max: laps, absent: 0 });
    return lap === laps
      ? pageReply({ title: "Signed out", main: html`<h1>Please sign in again</h1>` })
      : leaving(`${signInPath}?state=${lap + 1}`);
  };
}

export function signInByScript({ query }: LabRequest): Reply {
  return leaving(returnUrl("/by-script/app", lapOf(query)));
}

export function signInByServer({ query }: LabRequest): Reply {
  return redirectReply(query, 302, returnUrl("/by-server/app", lapOf(query)));
}

function lapOf(query: LabRequest["query"]): number {
  return query.integer("state", { min: 1, max: laps, absent: 1 });
}

function returnUrl(path: string, lap: number): string {
  return `${path}?code=c${lap}&state=${lap}`;
}

function leaving(url: string): Reply {
  return pageReply({
    title: "Leaving",
    main: html`<script>
      addEventListener("go-on", () => location.assign(${scriptLiteral(url)}));
    </script>`,
  });
}

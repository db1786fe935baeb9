/**
 * `/web-worker.js?fetch=/redirect…`: the script of a dedicated or shared worker that fetches the given URL, if any, and
 * then posts "done" to its page.
 */
import { scriptLiteral } from "../html.ts";
import type { LabRequest, Reply } from "../route.ts";

export function webWorkerScript({ query }: LabRequest): Reply {
  const url = query.text("fetch");
  const work = url === undefined ? "Promise.resolve()" : `fetch(${scriptLiteral(url).markup}).catch(() => undefined)`;
  const script = `const work = ${work};
if ("onconnect" in self) addEventListener("connect", ({ ports: [port] }) => work.then(() => port.postMessage("done")));
else work.then(() => postMessage("done"));
`;
  return { status: 200, headers: [["Content-Type", "text/javascript"]], body: Buffer.from(script) };
}

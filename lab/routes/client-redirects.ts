/**
 * Pages that send the browser elsewhere without a 3xx. `delay` here is the delay of the refresh, in seconds, as the
 * standard has it: https://html.spec.whatwg.org/#shared-declarative-refresh-steps
 */
import { html, scriptLiteral } from "../html.ts";
import type { Query } from "../query.ts";
import { pageReply } from "../reply.ts";
import type { LabRequest, Reply } from "../route.ts";

export function metaRefresh({ query }: LabRequest): Reply {
  const content = `${refreshDelaySeconds(query)};url=${target(query)}`;
  return pageReply({
    title: "Meta refresh",
    head: html`<meta http-equiv="refresh" content="${content}" />`,
    main: html`<p>This page goes on by a meta element.</p>`,
  });
}

export function refreshHeader({ query }: LabRequest): Reply {
  const reply = pageReply({
    title: "Refresh header",
    main: html`<p>This page goes on by a Refresh header.</p>`,
  });
  const value = `${refreshDelaySeconds(query)};url=${query.bytes("to") ?? "/page"}`;
  return { ...reply, headers: [["Refresh", value], ...reply.headers] };
}

export function scriptRedirect({ query }: LabRequest): Reply {
  const url = scriptLiteral(target(query));
  const go = {
    assign: html`location.assign(${url})`,
    replace: html`location.replace(${url})`,
    href: html`location.href = ${url}`,
  }[query.choice("how", ["assign", "replace", "href"])];
  // "later" is after the load event: browsers report a location set during load as a replacement.
  const script =
    query.choice("when", ["load", "later"]) === "load"
      ? html`${go};`
      : html`addEventListener("load", () => setTimeout(() => { ${go}; }, 100));`;
  return pageReply({
    title: "Script redirect",
    main: html`<p>This page goes on by a script.</p>
      <script>
        ${script};
      </script>`,
  });
}

export function scriptSubmit({ query }: LabRequest): Reply {
  return pageReply({
    title: "Script submit",
    main: html`<p>This page sends a form by a script.</p>
      <form action="${target(query)}" method="post"><input type="hidden" name="token" value="1" /></form>
      <script>
        document.forms[0].submit();
      </script>`,
  });
}

function target(query: Query): string {
  return query.text("to") ?? "/page";
}

function refreshDelaySeconds(query: Query): number {
  return query.integer("delay", { min: 0, max: 60, absent: 0 });
}

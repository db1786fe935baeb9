/** The start page's fetches: a button per method, sent to a redirect of the chosen status. */
import { Html, html } from "../html.ts";
import type { RouteContext } from "../route.ts";

const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"];
const statuses = [301, 302, 303, 307, 308];

export function fetches({ url }: RouteContext): Html {
  return html`<form class="fetches" id="fetch-form">
      <div class="fields">
        <label
          >Status
          <select name="status">
            ${statuses.map((status) => html`<option>${status}</option>`)}
          </select></label
        >
        <label
          >Sent to
          <select name="origin">
            <option value="">this origin</option>
            <option value="${url("api.test", "")}">api.test, another origin</option>
          </select></label
        >
        <label
          >Redirects
          <select name="redirect">
            <option>follow</option>
            <option>manual</option>
            <option>error</option>
          </select></label
        >
      </div>
      <div class="buttons" role="group" aria-label="Method">
        ${methods.map((method) => html`<button name="method" value="${method}">${method}</button>`)}
      </div>
      <p class="look-for">
        All but GET and HEAD carry a small JSON body: see which hop still has the method and the body. With “manual” or
        “error” the redirect is answered but not followed.
      </p>
      <output aria-live="polite">Nothing fetched yet.</output>
    </form>
    <script>
      ${fetchScript};
    </script>`;
}

/** Runs in the browser. It shows what /page received, to compare with the panel. */
const fetchScript = new Html(`
const form = document.getElementById("fetch-form");
const output = form.querySelector("output");
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const method = event.submitter.value;
  const { status, origin, redirect } = Object.fromEntries(new FormData(form));
  const request = { method, redirect };
  if (method !== "GET" && method !== "HEAD") {
    request.body = JSON.stringify({ name: "Ada" });
    request.headers = { "Content-Type": "application/json" };
  }
  output.textContent = method + " …";
  try {
    const response = await fetch(origin + "/redirect?status=" + status + "&to=/page", request);
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const facts = [...page.querySelectorAll("dd")].map((fact) => fact.textContent);
    const arrived = facts.length > 0 ? "; the server received " + facts[0] + " with " + facts[3] : "";
    const answered = response.type === "opaqueredirect" ? "a redirect that was not followed" : response.status;
    output.textContent = method + " by " + status + ": " + answered + arrived + ".";
  } catch (error) {
    output.textContent = method + " by " + status + ": " + error.message + ".";
  }
});
`);

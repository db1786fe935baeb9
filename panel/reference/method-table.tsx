/** A table per method: the original request, the answer, the followed request. Derived from the model. */
import { expectedFollowedMethod } from "../../src/model/chain/followed-method.ts";
import { isRedirectStatus, type RedirectionStatus } from "../../src/model/meaning/redirect-status.ts";
import { text } from "../ui/texts.ts";

const shownMethods = ["GET", "HEAD", "POST", "PUT", "DELETE"] as const;

export function MethodTable({ status }: { readonly status: RedirectionStatus }) {
  return (
    <table class="method-table">
      <thead>
        <tr>
          <th scope="col">{text("refOriginal")}</th>
          <th scope="col">{text("refAnswer")}</th>
          <th scope="col">{text("refFollowed")}</th>
        </tr>
      </thead>
      <tbody>
        {shownMethods.map((method) => (
          <tr key={method}>
            <td>
              <RequestBox method={method} hasBody={isWithBody(method)} />
            </td>
            <td>
              <span class="answer-box">{status}</span>
            </td>
            <td>
              <Followed status={status} method={method} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Followed({ status, method }: { readonly status: RedirectionStatus; readonly method: string }) {
  if (!isRedirectStatus(status)) return <span class="dim">{text("refNotFollowed")}</span>;
  const followed = expectedFollowedMethod(status, method);
  const isChanged = followed !== method;
  return <RequestBox method={followed} hasBody={isWithBody(method) && !isChanged} isChanged={isChanged} />;
}

interface RequestBoxProps {
  readonly method: string;
  readonly hasBody: boolean;
  readonly isChanged?: boolean;
}

function RequestBox({ method, hasBody, isChanged = false }: RequestBoxProps) {
  return (
    <span class={isChanged ? "request-box request-changed" : "request-box"}>
      <b class="code">{method}</b> {text(hasBody ? "refWithBody" : "refNoBody")}
    </span>
  );
}

/** As usually sent: a DELETE usually has no body. */
function isWithBody(method: string): boolean {
  return method === "POST" || method === "PUT";
}

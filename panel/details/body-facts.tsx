/** The Body tab: kind, size and field names of a request body. Its values are never recorded. */
import type { Hop } from "../../src/model/chain/redirect-chain.ts";
import { formatSize } from "../ui/format.ts";
import { text } from "../ui/texts.ts";
import { visibleText } from "../ui/visible-text.ts";

const kindTexts = { form: "bodyForm", bytes: "bodyBytes", file: "bodyFile", unreadable: "bodyUnreadable" } as const;

export function BodyFacts({ hop }: { readonly hop: Hop }) {
  const { body } = hop;
  if (body.presence !== "present") {
    return <p class="body-facts">{text(body.presence === "absent" ? "bodyAbsentText" : "bodyUnknownText")}</p>;
  }
  return (
    <dl class="facts body-facts">
      <dt>{text("bodyKind")}</dt>
      <dd>{text(kindTexts[body.kind])}</dd>
      {body.sizeBytes !== undefined && (
        <>
          <dt>{text("bodySize")}</dt>
          <dd>
            {body.sizeIsMinimum === true
              ? text("bodySizeAtLeast", formatSize(body.sizeBytes))
              : formatSize(body.sizeBytes)}
          </dd>
        </>
      )}
      {body.fieldNames !== undefined && (
        <>
          <dt>{text("bodyFields")}</dt>
          <dd>
            <ul>
              {body.fieldNames.map((name) => (
                <li key={name}>
                  <code>{visibleText(name)}</code>
                </li>
              ))}
            </ul>
          </dd>
        </>
      )}
      <dt />
      <dd class="dim">{text("bodyNoValues")}</dd>
    </dl>
  );
}

/** The Headers tab: response and request headers, Location first. */
import type { Header, Hop } from "../../src/model/chain/redirect-chain.ts";
import { answerOf } from "../../src/model/chain/redirect-chain.ts";
import { maskCredentials, maskCredentialsInText } from "../../src/model/url/masking.ts";
import { CopyButton } from "../ui/copy-button.tsx";
import { useState } from "preact/hooks";
import { countText, text } from "../ui/texts.ts";
import { visibleText } from "../ui/visible-text.ts";
import { LongText } from "./long-text.tsx";

/** A server can send tens of thousands, and each takes time to render. */
const maxShown = 200;

export function Headers({ hop }: { readonly hop: Hop }) {
  const answer = answerOf(hop);
  return (
    <div class="headers">
      <h2>{text("responseHeaders")}</h2>
      {answer === undefined || answer.headers.length === 0 ? (
        <p class="dim">{text("headersNone")}</p>
      ) : (
        <HeaderTable headers={answer.headers} />
      )}
      <h2>{text("requestHeaders")}</h2>
      {hop.requestHeaders === undefined ? (
        <p class="dim">{text("headersNone")}</p>
      ) : (
        <HeaderTable headers={hop.requestHeaders} />
      )}
    </div>
  );
}

function HeaderTable({ headers }: { readonly headers: readonly Header[] }) {
  const isLocation = ({ name }: Header) => name.toLowerCase() === "location";
  const [isWhole, setWhole] = useState(false);
  const ordered = [...headers.filter(isLocation), ...headers.filter((header) => !isLocation(header))];
  const shown = isWhole ? ordered : ordered.slice(0, maxShown);
  return (
    <>
      <dl class="header-table">
        {shown.map((header, index) => (
          <div key={index}>
            <dt>{visibleText(header.name)}</dt>
            <dd>
              <LongText value={header.value} masked={isLocation(header) ? maskCredentials : maskCredentialsInText} />
              <CopyButton content={header.value} label={text("copyValue", visibleText(header.name))} />
            </dd>
          </div>
        ))}
      </dl>
      {shown.length < ordered.length && (
        <button type="button" class="plain-button show-all" onClick={() => setWhole(true)}>
          {countText("showAllHeaders", ordered.length)}
        </button>
      )}
    </>
  );
}

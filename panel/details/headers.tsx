/** The Headers tab: request and response as sent, Location first. */
import type { Header, Hop } from "../../src/model/redirect-chain.ts";
import { answerOf } from "../../src/model/redirect-chain.ts";
import { maskCredentials, maskCredentialsInText } from "../../src/model/masking.ts";
import { CopyButton } from "../copy-button.tsx";
import { text } from "../texts.ts";
import { visibleText } from "../visible-text.ts";
import { LongText } from "./long-text.tsx";

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
  const ordered = [...headers.filter(isLocation), ...headers.filter((header) => !isLocation(header))];
  return (
    <dl class="header-table">
      {ordered.map((header, index) => (
        <div key={index}>
          <dt>{visibleText(header.name)}</dt>
          <dd>
            <LongText value={header.value} masked={isLocation(header) ? maskCredentials : maskCredentialsInText} />
            <CopyButton content={header.value} label={text("copyValue", visibleText(header.name))} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

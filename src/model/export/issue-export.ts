/**
 * An issue for the tracker of the site, in Markdown: what is wrong, how to reproduce it, what should happen, the hops, what
 * to change, and a curl command. Untrusted text is escaped as in the Markdown export.
 */
import { chainKind } from "../chain/chain-kind.ts";
import { lastHop, redirectCount, unknownMethod, type Chain, type Hop } from "../chain/redirect-chain.ts";
import { findFindings } from "../findings/find-findings.ts";
import type { Finding } from "../findings/finding.ts";
import { groupFindings } from "../findings/group-findings.ts";
import { formVerdict } from "../meaning/form-verdict.ts";
import { headline } from "../meaning/headline.ts";
import { isEndless } from "../meaning/loops.ts";
import { escapeInvisible } from "../url/escape-invisible.ts";
import { urlMasking, type ExportOptions, type UrlMasking } from "../url/url-masking.ts";
import { chainSummary, chainTitle, findingSentences, formText, unfollowedTarget } from "./chain-text.ts";
import { curlParts } from "./curl-export.ts";
import { redirectUrlOf } from "./json-export.ts";
import { escapeMarkdown, findingItem, hopTable } from "./markdown-export.ts";

export function* issueParts(chains: readonly Chain[], options?: ExportOptions): Generator<string> {
  const masking = urlMasking(options);
  for (const [at, chain] of chains.entries()) {
    yield `${at === 0 ? "" : "\n---\n\n"}${issueText(chain, masking, options)}\n`;
  }
}

function issueText(chain: Chain, masking: UrlMasking, options: ExportOptions | undefined): string {
  const findings = (options?.findingsOf ?? findFindings)(chain);
  const conclusion = headline(findings)?.finding;
  const named = conclusion && findingSentences(conclusion, masking, options);
  const causes = groupFindings(findings).map(({ cause }) => cause);
  const toFix = causes.filter(({ severity }) => severity !== "info");
  const title = chainTitle(chain, masking);
  const target = unfollowedTarget(chain, masking);
  return [
    `# ${escapeMarkdown(named === undefined ? title : `${named.title}: ${title}`)}`,
    "## Steps to reproduce",
    stepsOf(chain, masking)
      .map((step, index) => `${index + 1}. ${escapeMarkdown(step)}`)
      .join("\n"),
    "## Expected",
    escapeMarkdown(expectedText(chain, conclusion, masking)),
    "## Actual",
    ...[named?.what ?? "", formText(chain), chainSummary(chain)].filter((line) => line !== "").map(escapeMarkdown),
    hopTable(chain, masking),
    ...(target === "" ? [] : [`Redirects to: ${escapeMarkdown(target)}`]),
    ...(toFix.length === 0
      ? []
      : ["## Fix", toFix.map((finding) => fixItem(chain, finding, masking, options)).join("\n")]),
    "## curl",
    fenced([...curlParts([chain], options)].join("").trimEnd()),
  ].join("\n\n");
}

function stepsOf(chain: Chain, masking: UrlMasking): string[] {
  const [first] = chain.hops;
  const request = requestText(first, masking);
  switch (chainKind(chain)) {
    case "page":
      return [`Open ${escapeInvisible(masking.url(first.url))} in a browser.`];
    case "form":
      return [...openStep(chain, masking), `Submit the form that sends ${request}${fieldsText(first)}.`];
    default:
      return [...openStep(chain, masking), `The page requests ${request}${fieldsText(first)}.`];
  }
}

function openStep({ initiator }: Chain, masking: UrlMasking): string[] {
  return initiator === undefined ? [] : [`Open a page of ${escapeInvisible(masking.url(initiator))} in a browser.`];
}

function fieldsText({ body }: Hop): string {
  const names = body.presence === "present" ? (body.fieldNames ?? []) : [];
  return names.length === 0 ? "" : escapeInvisible(` (fields: ${names.join(", ")})`);
}

function requestText({ method, url }: Hop, masking: UrlMasking): string {
  return escapeInvisible(`${method === unknownMethod ? "" : `${method} `}${masking.url(url)}`);
}

function expectedText(chain: Chain, conclusion: Finding | undefined, masking: UrlMasking): string {
  const arrival = formVerdict(chain)?.arrival;
  const last = escapeInvisible(masking.url(lastHop(chain).url));
  if (conclusion === undefined) return "(Describe what should happen.)";
  if (isEndless(chain)) return "The redirects end at a page.";
  if (arrival?.kind === "body-lost" || arrival?.kind === "method-changed") {
    return escapeInvisible(`The ${chain.hops[0].method} arrives at ${last} with its method and body.`);
  }
  if (conclusion.severity === "error") return "The request ends with a successful response.";
  return redirectCount(chain) > 1
    ? `At most one redirect leads to ${last}, without a warning.`
    : "The redirect causes no warning.";
}

/** The finding's fix, and the redirect that it is about, with its real URLs. */
function fixItem(chain: Chain, finding: Finding, masking: UrlMasking, options: ExportOptions | undefined): string {
  const item = findingItem(finding, masking, options);
  const redirect = redirectText(chain, finding, masking);
  return redirect === "" ? item : `${item}\n  ${escapeMarkdown(redirect)}`;
}

/** `POST https://a.test/ → https://b.test/`: of the hop, or of the whole chain if it ends. */
function redirectText(chain: Chain, { hop: index }: Finding, masking: UrlMasking): string {
  const hop = chain.hops[index ?? 0];
  const isWhole = index === undefined && redirectCount(chain) > 0 && !isEndless(chain);
  const target = isWhole ? masking.url(lastHop(chain).url) : hop && redirectUrlOf(hop, masking);
  if (hop === undefined || target === undefined || (index === undefined && !isWhole)) return "";
  return `${requestText(hop, masking)} → ${escapeInvisible(target)}`;
}

/** The fence is longer than any in the code. */
function fenced(code: string): string {
  const runs = code.match(/`+/g) ?? [];
  const fence = "`".repeat(Math.max(3, ...runs.map(({ length }) => length + 1)));
  return `${fence}sh\n${code}\n${fence}`;
}

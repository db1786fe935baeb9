/** Keeps the examples of `docs/formats.md` equal to the output. After changing a format on purpose: `vitest -u`. */
import { join } from "node:path";
import { expect, test } from "vitest";
import { exportParts, type ExportFormat } from "../../../src/model/export/export-formats.ts";
import type { Chain } from "../../../src/model/chain/redirect-chain.ts";
import { answer, answered, chainOf, formBody, served } from "../hops.ts";
import { origin } from "./exported.ts";

const first = "https://shop.test/checkout?token=s3cret";
const then = "https://shop.test/thanks";
const at = Date.parse("2026-01-31T11:59:00.000Z");

const example: Chain = {
  ...chainOf(
    served(first, 302, then, {
      method: "POST",
      body: { ...formBody, sizeBytes: 26 },
      requestHeaders: [{ name: "Content-Type", value: "application/x-www-form-urlencoded" }],
      answer: { ...answer(302, { Location: "/thanks" }), statusText: "Found", protocol: "HTTP/1.1", ip: "192.0.2.1" },
      startedAt: at,
      endedAt: at + 88.1,
    }),
    answered(then, 405, { startedAt: at + 90, endedAt: at + 151.3 }),
  ),
  initiator: "https://shop.test",
};

const sections: readonly (readonly [title: string, format: ExportFormat, language: string, sentences: string])[] = [
  ["Text", "text", "text", "For a ticket. Columns are aligned; invisible characters are escaped (`\\u{202e}`)."],
  ["Markdown", "markdown", "markdown", "For a report: a heading and a table for each chain. URLs stay plain text."],
  [
    "curl",
    "curl",
    "sh",
    "The first request of each chain that reached a server (after HSTS: the https one), for bash and other POSIX shells; on Windows also for cmd.exe. Field values are placeholders. `-L` and `--post301`, `--post302`, `--post303` make curl follow redirects as the browser did. Where curl cannot (a `PUT` that became a `GET`), the command shows the first answer.",
  ],
  [
    "CSV",
    "csv",
    "csv",
    "For a spreadsheet: RFC 4180, UTF-8 with a byte order mark, one row per hop. A cell that would be a formula begins with an apostrophe; so does text after a semicolon, where some spreadsheets split cells.",
  ],
  [
    "JSON",
    "json",
    "json",
    "For programs: `redirect-trace` version 1, described by [redirect-trace.schema.json](redirect-trace.schema.json). The panel can open it.",
  ],
  [
    "HAR",
    "har",
    "json",
    "HAR 1.2, for other tools: one entry per hop; `redirectURL` is the URL of the next. A redirect that no server sent has status 0 and `_source`. Timings that the browser does not report are -1. The first entry:",
  ],
];

test("docs/formats.md", async () => {
  const parts = sections.map(([title, format, language, sentences]) => {
    const whole = [...exportParts(format, [example], origin)].join("");
    const shown = format === "har" ? firstEntry(whole) : whole.replace("\ufeff", "").replaceAll("\r\n", "\n").trimEnd();
    return `## ${title}\n\n${sentences}\n\n\`\`\`\`${language}\n${shown}\n\`\`\`\`\n`;
  });
  const document = `${introduction}\n${parts.join("\n")}\n${reading}`;
  await expect(document).toMatchFileSnapshot(join(import.meta.dirname, "../../../docs/formats.md"));
});

function firstEntry(har: string): string {
  return JSON.stringify((JSON.parse(har) as { log: { entries: unknown[] } }).log.entries[0], null, 2);
}

const introduction = `# Formats

The same chain in every format that the panel exports. No format has the values of a request body. \`Authorization\`,
\`Cookie\` and \`Set-Cookie\` are always \`***\`. So are \`user:password@\` and the values of parameters named like secrets, unless
_Show secrets in URLs_ is on for the export. A test generates these examples.
`;

const reading = `## Reading back

_Open…_ and dropping a file on the panel read JSON version 1 and any HAR (Chrome's, Firefox's, a proxy's). The entries of a
HAR are joined to chains by \`redirectURL\` and the request that follows. Anything the file does not contain stays unknown.
`;

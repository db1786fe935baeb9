/** Writes docs/scenarios.md from the recorded traces, and fails when it is not what they show (`vitest -u` writes it). */
import type { BrowserName } from "../../lab/browser-name.ts";
import { expect, test } from "vitest";
import { allScenarios } from "../../lab/scenarios/all-scenarios.ts";
import type { ExpectedHop } from "../../lab/scenarios/scenario.ts";
import { rowsOf } from "./expected-rows.ts";
import { browserNames, eventsOf, listedIn, readTrace, replay } from "./traces.ts";

const heading = `# What is shown of each scenario

Made by \`test/replay/scenario-table.test.ts\` from the recorded traces of both browsers; the e2e tests play the same scenarios
in front of the real panels and compare them with what the lab received. Each line is a hop: status, method, body, SEO.
`;

test("docs/scenarios.md is what the traces show", async () => {
  const browsers = browserNames.map((name) => readTrace(name, allScenarios[0]?.name ?? "").browser);
  const rows = allScenarios.map(({ name, title }) => {
    const [chromium, firefox] = browserNames.map((browserName) => shownIn(browserName, name));
    return `| ${escaped(title)} | ${chromium} | ${firefox === chromium ? "the same" : firefox} |`;
  });
  const table = [`| scenario | ${browsers.join(" | ")} |`, "| --- | --- | --- |", ...rows].join("\n");
  await expect(`${heading}\n${table}\n`).toMatchFileSnapshot("../../docs/scenarios.md");
});

function shownIn(browserName: BrowserName, scenarioName: string): string {
  const chains = listedIn(replay(eventsOf(browserName, readTrace(browserName, scenarioName)))).map(rowsOf);
  return chains.length === 0
    ? "nothing"
    : chains.map((hops) => shortened(hops.map(hopText)).join("<br>")).join("<br><br>");
}

function hopText({ status, method, body, seo }: ExpectedHop): string {
  return [status, method, body === "none" ? "" : body, seo === "—" ? "" : seo].filter((text) => text !== "").join(", ");
}

/** Equal hops in a row (loops) once, with their number. */
function shortened(hops: readonly string[]): string[] {
  const lines: { text: string; count: number }[] = [];
  for (const text of hops) {
    const last = lines.at(-1);
    if (last?.text === text) last.count += 1;
    else lines.push({ text, count: 1 });
  }
  return lines.map(({ text, count }) => (count === 1 ? text : `${count} × (${text})`));
}

function escaped(text: string): string {
  return text.replaceAll("|", "\\|");
}

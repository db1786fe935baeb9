/** Describes the machine and browsers of a measurement, without host or folder names. */
import { browserLabels, browserNames, type BrowserName } from "../lab/browser-name.ts";
import { spawnSync } from "node:child_process";
import { cpus, totalmem } from "node:os";
import { requireBrowser } from "../scripts/browsers/find-browser.ts";

export function describeMachine(): string {
  const processors = cpus();
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  const browsers = browserNames.map(browserVersion);
  const model = (processors[0]?.model ?? "unknown processor").trim();
  return `${model}, ${processors.length} cores, ${memory}; ${browsers.join(", ")}; Node ${process.versions.node}`;
}

function browserVersion(name: BrowserName): string {
  const output = spawnSync(requireBrowser(name), ["--version"], { encoding: "utf8" }).stdout;
  return `${browserLabels[name]} ${/\d+(?:\.\d+)+\w*/.exec(output)?.[0] ?? "of unknown version"}`;
}

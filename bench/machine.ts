/** The machine and the browsers that numbers were measured with. No names of hosts or folders. */
import { browserLabels, browserNames } from "../lab/browser-name.ts";
import { spawnSync } from "node:child_process";
import { cpus, totalmem } from "node:os";
import { ensureBrowser } from "../scripts/browsers/find-browser.ts";

export async function describeMachine(): Promise<string> {
  const processors = cpus();
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  const browsers = await Promise.all(browserNames.map(browserVersion));
  const model = (processors[0]?.model ?? "unknown processor").trim();
  return `${model}, ${processors.length} cores, ${memory}; ${browsers.join(", ")}; Node ${process.versions.node}`;
}

async function browserVersion(name: (typeof browserNames)[number]): Promise<string> {
  const executable = await ensureBrowser(name, { install: false, say: () => undefined });
  const told = spawnSync(executable, ["--version"], { encoding: "utf8" }).stdout;
  return `${browserLabels[name]} ${/\d+(?:\.\d+)+\w*/.exec(told)?.[0] ?? "of unknown version"}`;
}

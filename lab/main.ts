/**
 * Runs the lab alone: `tsx lab/main.ts [--port N]`. It prints its URL and how to start a browser that resolves its host
 * names and trusts its certificate.
 */
import { parseArgs } from "node:util";
import { chromiumHostRules, firefoxLocalDomains, labHostPurposes, labHosts } from "./hosts.ts";
import { type Lab, startLab } from "./server.ts";

function portFromArguments(): number | undefined {
  const { port } = parseArgs({ options: { port: { type: "string" } } }).values;
  if (port === undefined) return undefined;
  const number = Number(port);
  if (Number.isInteger(number) && number >= 0 && number <= 65_535) return number;
  throw new Error(`--port must be a number from 0 to 65535, not ${port}`);
}

function welcome(lab: Lab): string {
  const start = lab.url("shop.test", "/");
  const hosts = labHosts.map((host) => `  ${host.padEnd(14)} ${labHostPurposes[host]}`);
  return `The redirect lab is at ${lab.url("localhost", "/")}
Ports ${lab.port} and ${lab.otherPort} each speak http and https.

These hosts must lead to 127.0.0.1:
${hosts.join("\n")}

Chromium, with a profile of its own:
  chromium --user-data-dir="$(mktemp -d)" \\
    --host-resolver-rules="${chromiumHostRules}" \\
    --ignore-certificate-errors-spki-list=${lab.certificates.spkiSha256Base64} \\
    ${start}

Firefox, in about:config of a profile for this; then open ${lab.url("localhost", "/ca.pem")}
and let that authority identify websites (it is new at each start):
  network.dns.localDomains = ${firefoxLocalDomains}

Ctrl-C ends it.`;
}

async function main(): Promise<void> {
  const port = portFromArguments();
  const lab = await startLab(port === undefined ? {} : { port });
  console.log(welcome(lab));
  const end = (): void => {
    void lab.close();
  };
  process.once("SIGINT", end);
  process.once("SIGTERM", end);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

/**
 * Checks dist/ as addons.mozilla.org does. One manifest for both browsers causes exactly one warning; any other message
 * is an error.
 */
import { cmd } from "web-ext";
import { extensionDir } from "./build-extension.ts";

/** Firefox supports no background service worker and ignores the one for Chromium. */
const expectedWarning = "BACKGROUND_SERVICE_WORKER_IGNORED";

export async function lintExtension(): Promise<void> {
  const { errors, notices, warnings } = await cmd.lint(
    { sourceDir: extensionDir, output: "none" },
    { shouldExitProgram: false },
  );
  const unexpected = [...errors, ...notices, ...warnings].filter(({ code }) => code !== expectedWarning);
  const lines = unexpected.map(
    ({ code, message, file, line }) => `${code}: ${message} (${[file, line].filter(Boolean).join(":")})`,
  );
  if (lines.length > 0) throw new Error(`web-ext lint reported:\n${lines.join("\n")}`);
  if (warnings.length !== 1) throw new Error(`web-ext lint should warn once about ${expectedWarning}.`);
}

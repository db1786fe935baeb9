/**
 * Checks dist/ as the store of Firefox add-ons does. One manifest for both browsers brings exactly one warning; any
 * other message is a fault.
 */
import { cmd } from "web-ext";
import { extensionDir } from "./build-extension.ts";

/** Firefox has no service worker in the background and ignores the one that Chromium wants. */
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
  if (lines.length > 0) throw new Error(`web-ext lint found what it should not:\n${lines.join("\n")}`);
  if (warnings.length !== 1) throw new Error(`web-ext lint should warn of ${expectedWarning} once.`);
}

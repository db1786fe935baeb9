/** The last lines that a browser wrote to stderr, for error messages. */
import type { ChildProcess } from "node:child_process";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { createInterface } from "node:readline";
import { errorText } from "./error-text.ts";

const KEPT_LINES = 20;
/** A line may contain a whole data: URL. */
const KEPT_CHARACTERS = 400;

export interface BrowserOutput {
  /** The error with the last lines added. */
  explain(error: unknown): Error;
  /** Call it when the browser has started or failed to start. */
  stopLooking(): void;
}

/**
 * Listens to the next process started with this profile. puppeteer 24 exposes the process only when it has started, and
 * hides the output of a failed one; hence Node's diagnostics channel.
 */
export function outputOfBrowser(profileDir: string): BrowserOutput {
  const lines: string[] = [];

  function onProcess(message: unknown): void {
    const { process: child } = message as { readonly process: ChildProcess };
    // Node reports the process before it sets its arguments and streams.
    process.nextTick(() => {
      if (!child.spawnargs?.some((argument) => argument.includes(profileDir)) || child.stderr === null) return;
      createInterface(child.stderr).on("line", (line) => {
        if (line.trim() === "") return;
        lines.push(line.slice(0, KEPT_CHARACTERS));
        if (lines.length > KEPT_LINES) lines.shift();
      });
    });
  }

  subscribe("child_process", onProcess);
  return {
    explain(error) {
      const said =
        lines.length === 0 ? "The browser printed nothing." : `The browser printed:\n  ${lines.join("\n  ")}`;
      return new Error(`${errorText(error)}\n${said}`, { cause: error });
    },
    stopLooking: () => void unsubscribe("child_process", onProcess),
  };
}

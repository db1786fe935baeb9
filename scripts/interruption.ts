/**
 * Runs a command so that Ctrl-C or SIGTERM ends it cleanly at any time, even while a browser is starting.
 */

/** Registers what to close when the command ends, however it ends. The last one registered is closed first. */
export type Cleanup = (end: () => Promise<unknown>) => void;

/** With the exit codes that shells expect. */
const signals = [
  ["SIGHUP", 129],
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const;

let wasInterrupted = false;

/** Errors after that are consequences of the interruption. */
export function isInterrupted(): boolean {
  return wasInterrupted;
}

/** The command returns its exit code; of an error only the message is shown. */
export async function runCommand(command: (cleanup: Cleanup) => Promise<number>): Promise<void> {
  const ends: (() => Promise<unknown>)[] = [];
  const interrupted = new Promise<number>((resolve) => {
    onInterruption((exitCode) => {
      wasInterrupted = true;
      resolve(exitCode);
    });
  });
  const finished = command((end) => ends.push(end)).catch((error: unknown) => {
    if (!wasInterrupted) console.error(error instanceof Error ? error.message : String(error));
    return 1;
  });
  process.exitCode = await Promise.race([finished, interrupted]);
  for (const end of ends.toReversed()) {
    // One after another: the browser must close before the lab it talks to.
    await end().catch((error: unknown) => console.error(String(error)));
  }
  // The interrupted command may still be waiting for something.
  process.exit();
}

function onInterruption(interrupt: (exitCode: number) => void): void {
  // Never removed: npm repeats a signal that the terminal has already sent to all processes, and a second one without a
  // listener would kill this process during cleanup.
  for (const [signal, exitCode] of signals) process.on(signal, () => interrupt(exitCode));
  if (process.env["npm_lifecycle_event"] === undefined) return;
  // npm runs scripts in a shell and forwards SIGTERM only to that. dash (Debian's sh) ends without forwarding it, and
  // Node has no event for the end of the parent process, hence a poll of its pid (decision D166).
  const shell = process.ppid;
  setInterval(() => {
    if (process.ppid !== shell) interrupt(143);
  }, 250).unref();
}

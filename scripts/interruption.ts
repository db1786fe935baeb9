/**
 * Runs a command so that Ctrl-C (and a polite kill) ends it cleanly at any moment, also while a browser is starting.
 */

/** Registers what has to end when the command ends, however it ends. The last one registered ends first. */
export type Cleanup = (end: () => Promise<unknown>) => void;

/** With the exit codes that shells expect. */
const signals = [
  ["SIGHUP", 129],
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const;

let wasInterrupted = false;

/** What fails from then on failed because everything is being ended, and is no news. */
export function isInterrupted(): boolean {
  return wasInterrupted;
}

/** The command gives its exit code; an error is shown as its message alone. */
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
    // One after another: the browser has to be gone before the lab it talks to.
    await end().catch((error: unknown) => console.error(String(error)));
  }
  // What was interrupted may still wait for something.
  process.exit();
}

function onInterruption(interrupt: (exitCode: number) => void): void {
  // These stay: npm passes a signal on that the terminal has sent to everyone already, and a second one without a
  // listener would end this process in the middle of its cleaning up.
  for (const [signal, exitCode] of signals) process.on(signal, () => interrupt(exitCode));
  if (process.env["npm_lifecycle_event"] === undefined) return;
  // Whoever ends npm with SIGTERM ends the shell between npm and us, and we would live on.
  const shell = process.ppid;
  setInterval(() => {
    if (process.ppid !== shell) interrupt(143);
  }, 250).unref();
}

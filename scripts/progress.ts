/** Prints what a command is doing and how long each step took. */
import { isInterrupted } from "./interruption.ts";

/** Prints the sentence when the step starts, and its duration when it ends. */
export async function step<T>(what: string, work: () => Promise<T>): Promise<T> {
  const startMs = performance.now();
  process.stdout.write(`${what} … `);
  try {
    const result = await work();
    process.stdout.write(`${seconds(startMs)}\n`);
    return result;
  } catch (error) {
    process.stdout.write(isInterrupted() ? "\n" : "failed\n");
    throw error;
  }
}

export function seconds(startMs: number): string {
  return `${((performance.now() - startMs) / 1000).toFixed(1)} s`;
}

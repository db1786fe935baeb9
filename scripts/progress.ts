// Says what a command is doing and how long each step took.

/** Prints the sentence at once, and the time it took (with what it gave, if that is a text) when it is done. */
export async function step<T>(what: string, work: () => Promise<T>): Promise<T> {
  const startMs = performance.now();
  process.stdout.write(`${what} … `);
  try {
    const result = await work();
    process.stdout.write(`${seconds(startMs)}\n`);
    return result;
  } catch (error) {
    process.stdout.write("failed\n");
    throw error;
  }
}

export function seconds(startMs: number): string {
  return `${((performance.now() - startMs) / 1000).toFixed(1)} s`;
}

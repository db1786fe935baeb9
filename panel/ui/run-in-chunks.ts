/** Runs long work of many small steps in chunks, and yields to the event loop in between. */

/** Well below 50 ms, from which on users notice a delay (decision D85). */
const maxChunkMs = 24;

/** Returns the result of the work. */
export async function runInChunks<Step, Result>(
  work: Iterator<Step, Result>,
  onStep?: (step: Step) => void,
): Promise<Result> {
  let chunkStartedAt = performance.now();
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
    onStep?.(value);
    if (performance.now() - chunkStartedAt < maxChunkMs) continue;
    await new Promise((resume) => {
      setTimeout(resume);
    });
    chunkStartedAt = performance.now();
  }
}

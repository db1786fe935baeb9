/** Long work of many small steps, done without keeping the panel from answering: after some milliseconds others have a turn. */

/** Two frames of 60 a second; what takes longer than 50 ms is felt. */
const maxChunkMs = 24;

/** Gives what the work gives in the end. */
export async function runInChunks<Step, Result>(
  work: Iterator<Step, Result>,
  onStep?: (step: Step) => void,
): Promise<Result> {
  let sliceBeganAt = performance.now();
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
    onStep?.(value);
    if (performance.now() - sliceBeganAt < maxChunkMs) continue;
    await new Promise((resume) => {
      setTimeout(resume);
    });
    sliceBeganAt = performance.now();
  }
}

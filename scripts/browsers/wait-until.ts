/** Polls a condition until it holds: the only way the drivers wait. */

const POLL_INTERVAL_MS = 25;

type Falsy = false | 0 | "" | null | undefined;

/** Returns the first truthy result; `whyNot` makes the error message for a timeout. */
export async function waitUntil<T>(
  probe: () => T | Falsy | Promise<T | Falsy>,
  whyNot: () => string,
  timeoutMs = 10_000,
): Promise<T> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const answer = await probe();
    if (answer) return answer;
    if (performance.now() > deadline) throw new Error(whyNot());
    await new Promise((resolve) => setTimeout(resolve, POLL_INTERVAL_MS));
  }
}

/** Limits a step that may never finish, so that its failure names the step. */
export async function within<T>(timeoutMs: number, step: string, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${step} took longer than ${timeoutMs} ms`)), timeoutMs);
  });
  try {
    return await Promise.race([promise, timeout]);
  } finally {
    clearTimeout(timer);
  }
}

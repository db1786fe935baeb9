/** The browser that a worker keeps for its files: started when a file first needs it, reset for each next file. */
import { startRunningBrowser, type RunningBrowser } from "./running-browser.ts";

export interface SharedBrowser {
  take(): Promise<RunningBrowser>;
  /** The next file gets a new browser. May be called any number of times. */
  close(): Promise<void>;
}

export function createSharedBrowser(): SharedBrowser {
  let running: RunningBrowser | undefined;

  async function close(): Promise<void> {
    const closing = running;
    running = undefined;
    await closing?.close();
  }

  return {
    async take() {
      if (running === undefined) return (running = await startRunningBrowser());
      await running.reset().catch(async (error: unknown) => {
        await close();
        throw error;
      });
      return running;
    },
    close,
  };
}

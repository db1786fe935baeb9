/**
 * Limits how many messages are accepted from one sender within ten seconds. A page can start navigations in an endless
 * loop, and each one sends a message.
 */

const windowMs = 10_000;

/** For one document: more than a page needs to navigate away or to start downloads. */
export const maxMessagesOfDocument = 20;
/** For one tab, whose documents may replace each other quickly. */
export const maxMessagesOfTab = 100;

/** Returns a function that counts a message and returns whether it is within the rate. */
export function messageRate(max: number): (now: number) => boolean {
  let startedAt = 0;
  let count = 0;
  return (now) => {
    // The clock may have been set back.
    if (Math.abs(now - startedAt) > windowMs) {
      startedAt = now;
      count = 0;
    }
    count += 1;
    return count <= max;
  };
}

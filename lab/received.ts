/**
 * The lab's log of the requests it received, which recordings and tests are compared with. Values of bodies are not
 * kept, and the oldest requests are dropped, so that it can run for days.
 */
import type { Scheme } from "./hosts.ts";

export interface ReceivedRequest {
  /** Counts from 0 at the lab's start; `clear` does not reset it. */
  readonly index: number;
  /** When the whole body was read, in milliseconds since the epoch. */
  readonly at: number;
  readonly scheme: Scheme;
  /** From the Host header, without the port, in lower case; "" when there was none. */
  readonly host: string;
  /** The local port of the connection, whatever the Host header says. */
  readonly port: number;
  readonly method: string;
  /** Path and query, as sent. */
  readonly url: string;
  /** Names in lower case, in the order sent, repeats included. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly contentType: string | undefined;
  readonly bodySizeBytes: number;
  /** Of a form; absent for any other body. */
  readonly fieldNames: readonly string[] | undefined;
}

export interface ReceivedLog {
  /** Oldest first. `clear` does not change a list that was read before. */
  readonly requests: readonly ReceivedRequest[];
  add(request: Omit<ReceivedRequest, "index" | "at">): void;
  clear(): void;
}

export function createReceivedLog(limit = 50_000): ReceivedLog {
  let requests: ReceivedRequest[] = [];
  let nextIndex = 0;
  return {
    get requests() {
      return requests;
    },
    add(request) {
      requests.push({ index: nextIndex++, at: Date.now(), ...request });
      if (requests.length > limit) requests.shift();
    },
    clear() {
      requests = [];
    },
  };
}

// Makes the lab's URLs. A file of its own because tests that replay recorded traces need the URLs without a running lab.
import type { LabHostOrLoopback, Scheme } from "./hosts.ts";

export interface LabUrlOptions {
  readonly scheme?: Scheme;
  readonly port?: number;
}

export type LabUrl = (host: LabHostOrLoopback, pathAndQuery: string, options?: LabUrlOptions) => string;

/** `labPort`: the port of a URL that names none. */
export function urlMaker(labPort: number): LabUrl {
  return (host, pathAndQuery, { scheme = "http", port = labPort } = {}) => `${scheme}://${host}:${port}${pathAndQuery}`;
}

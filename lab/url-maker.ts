/** Makes the lab's URLs. A separate file, because tests that replay recorded traces need URLs without a running lab. */
import type { LabHostOrLoopback, Scheme } from "./hosts.ts";

export interface LabPorts {
  readonly port: number;
  readonly otherPort: number;
  readonly http2Port: number;
}

export interface LabUrlOptions {
  readonly scheme?: Scheme;
  /** Default: the lab's first port. */
  readonly at?: keyof LabPorts;
}

export type LabUrl = (host: LabHostOrLoopback, pathAndQuery: string, options?: LabUrlOptions) => string;

export function urlMaker(ports: LabPorts): LabUrl {
  return (host, pathAndQuery, { scheme = "http", at = "port" } = {}) =>
    `${scheme}://${host}:${ports[at]}${pathAndQuery}`;
}

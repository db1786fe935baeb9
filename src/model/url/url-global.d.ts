/**
 * The model is compiled without DOM and Node types, so that it can't use either. URL is the only global that it needs;
 * every JavaScript host has it.
 */

interface URL {
  readonly href: string;
  readonly protocol: string;
  readonly username: string;
  readonly password: string;
  readonly host: string;
  readonly hostname: string;
  readonly port: string;
  readonly origin: string;
  readonly pathname: string;
  readonly search: string;
  hash: string;
}
declare const URL: { new (url: string, base?: string): URL };

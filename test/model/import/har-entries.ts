/** HAR entries as browsers write them, with overrides for a test. */

interface Changes {
  readonly request?: object;
  readonly response?: object;
  readonly [field: string]: unknown;
}

/** `at`: milliseconds since the first request. */
export function entry(url: string, at: number, { request, response, ...more }: Changes): object {
  return {
    startedDateTime: new Date(Date.UTC(2026, 0, 31) + at).toISOString(),
    time: 4,
    request: {
      method: "GET",
      url,
      httpVersion: "http/1.1",
      headers: [],
      queryString: [],
      cookies: [],
      headersSize: 100,
      bodySize: 0,
      ...request,
    },
    response: {
      status: 200,
      statusText: "",
      httpVersion: "http/1.1",
      headers: [],
      cookies: [],
      content: { size: 0, mimeType: "x-unknown" },
      redirectURL: "",
      headersSize: 100,
      bodySize: -1,
      ...response,
    },
    cache: {},
    timings: { send: 1, wait: 2, receive: 1 },
    ...more,
  };
}

export function harOf(...entries: readonly object[]): string {
  return JSON.stringify({ log: { version: "1.2", creator: { name: "a test", version: "1" }, entries } });
}

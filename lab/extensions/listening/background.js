/** Listens as ad blockers and SAML-tracer do. Firefox has no such option: there it only listens. */

const extraHeaders = chrome.webRequest.OnHeadersReceivedOptions?.EXTRA_HEADERS;
chrome.webRequest.onHeadersReceived.addListener(() => undefined, { urls: ["<all_urls>"] }, [
  "responseHeaders",
  ...(extraHeaders === undefined ? [] : [extraHeaders]),
]);

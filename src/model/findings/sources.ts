/** Documents cited by several findings. */
export const rfc9110 = "https://www.rfc-editor.org/rfc/rfc9110";
export const fetchStandard = "https://fetch.spec.whatwg.org/";
export const google = "https://developers.google.com/search/docs/crawling-indexing";

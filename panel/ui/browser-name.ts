/** Name and version of the browser, for exports: `Chromium 156.0.8078.79`, `Firefox 153.7.0`. */

/** Firefox only. The polyfill declares it for every browser. */
interface RuntimeWithInfo {
  getBrowserInfo?: () => Promise<{ name: string; version: string }>;
}

interface ClientHints {
  getHighEntropyValues(hints: string[]): Promise<{ fullVersionList?: readonly { brand: string; version: string }[] }>;
}

export async function browserNameAndVersion(): Promise<string> {
  const { runtime } = (globalThis as { browser?: { runtime: RuntimeWithInfo } }).browser ?? {};
  if (runtime?.getBrowserInfo !== undefined) {
    const { name, version } = await runtime.getBrowserInfo();
    return `${name} ${version}`;
  }
  // In DevTools panels, Firefox has no getBrowserInfo.
  const firefoxVersion = /Firefox\/(\S+)/.exec(navigator.userAgent)?.[1];
  if (firefoxVersion !== undefined) return `Firefox ${firefoxVersion}`;
  const { userAgentData } = navigator as { userAgentData?: ClientHints };
  const brands = (await userAgentData?.getHighEntropyValues(["fullVersionList"]))?.fullVersionList ?? [];
  // The list has a made-up brand (GREASE), and Chromium beside the product that is built on it.
  const real = brands.filter(({ brand }) => !/not.?a.?brand/i.test(brand));
  const named = real.find(({ brand }) => brand !== "Chromium") ?? real[0];
  return named === undefined ? navigator.userAgent : `${named.brand} ${named.version}`;
}

/**
 * `tsyringe`, inside @peculiar/x509, refuses to load without the Reflect metadata functions, though x509 keeps no
 * metadata with them: its classes take no constructor arguments. These three empty functions, imported before it,
 * replace a polyfill package.
 */

if (!("getMetadata" in Reflect)) {
  Object.assign(Reflect, {
    getMetadata: () => undefined,
    getOwnMetadata: () => undefined,
    defineMetadata: () => undefined,
  });
}

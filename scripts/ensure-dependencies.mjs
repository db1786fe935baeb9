/**
 * Makes `npm start` and `npm test` work as the first command on a fresh clone: checks Node's version, installs what
 * package-lock.json asks for when it is missing or stale, then runs a TypeScript file in this same process. Nothing but
 * Node may be imported before the installation.
 */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const oldestNode = [20, 19];

/** `fileName` is a file beside this one. */
export async function runWithDependencies(fileName) {
  if (isTooOld(process.versions.node)) {
    fail(`Hopscope needs Node ${oldestNode.join(".")} or newer, but this is ${process.versions.node}.`);
  }
  // The configuration files name their files from there.
  process.chdir(root);
  if (!isInstalled()) await install();

  const { register } = await import("tsx/esm/api");
  register();
  await import(pathToFileURL(join(root, "scripts", fileName)).href);
}

function isTooOld(version) {
  const [major, minor] = version.split(".").map(Number);
  return major < oldestNode[0] || (major === oldestNode[0] && minor < oldestNode[1]);
}

/**
 * npm notes what it installed in a lock file inside node_modules, at the very end. Comparing that also recognises what
 * a person installed by hand, and an installation that was broken off.
 */
function isInstalled() {
  const installed = packagesIn(join(root, "node_modules/.package-lock.json"));
  const wanted = packagesIn(join(root, "package-lock.json"));
  if (installed === undefined || wanted === undefined) return false;
  const isAsWanted = ([path, { version, integrity }]) =>
    wanted[path]?.version === version && wanted[path]?.integrity === integrity;
  // Optional packages are those for other systems.
  const isThere = ([path, { optional }]) => path === "" || optional === true || installed[path] !== undefined;
  return Object.entries(installed).every(isAsWanted) && Object.entries(wanted).every(isThere);
}

function packagesIn(lockFile) {
  try {
    return JSON.parse(readFileSync(lockFile, "utf8")).packages;
  } catch {
    return undefined;
  }
}

async function install() {
  console.log("Installing the dependencies with npm ci (about a minute, once) …");
  // Most of them are devDependencies, which npm leaves out when NODE_ENV is "production".
  const args = ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  const isWindows = process.platform === "win32";
  // On Windows npm is a .cmd file, which only a shell can run.
  const npm = spawn(isWindows ? "npm.cmd" : "npm", args, { stdio: ["ignore", "inherit", "inherit"], shell: isWindows });
  const passOn = (signal) => npm.kill(signal);
  process.on("SIGINT", passOn).on("SIGTERM", passOn);
  const problem = await new Promise((resolve) => {
    npm.once("error", (error) => resolve(`could not be started (${error.message})`));
    npm.once("exit", (code, signal) => resolve(code === 0 ? undefined : `ended with ${signal ?? `code ${code}`}`));
  });
  process.off("SIGINT", passOn).off("SIGTERM", passOn);
  if (problem !== undefined) fail(`The dependencies could not be installed: npm ci ${problem}.`);
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

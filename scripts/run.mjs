/**
 * `node scripts/run.mjs start` (or `test`, `dev`): runs a TypeScript file of this folder, even as the first command on a
 * fresh clone. It checks Node's version and installs what package-lock.json requires when that is missing or stale.
 * Before the installation, only Node's own modules can be imported.
 */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const oldestNode = [20, 19];

// The script sees its own arguments only.
const [name] = process.argv.splice(2, 1);
if (isTooOld(process.versions.node)) {
  fail(`Hopscope needs Node ${oldestNode.join(".")} or newer, but this is ${process.versions.node}.`);
}
// The configuration files use paths relative to it.
process.chdir(root);
if (!isInstalled()) await install();

const { register } = await import("tsx/esm/api");
register();
await import(pathToFileURL(join(root, "scripts", `${name}.ts`)).href);

function isTooOld(version) {
  const [major, minor] = version.split(".").map(Number);
  return major < oldestNode[0] || (major === oldestNode[0] && minor < oldestNode[1]);
}

/**
 * npm records what it installed in a lock file inside node_modules, at the very end. Comparing it also detects packages
 * that were installed by hand, and an aborted installation.
 */
function isInstalled() {
  const installed = packagesIn(join(root, "node_modules/.package-lock.json"));
  const wanted = packagesIn(join(root, "package-lock.json"));
  if (installed === undefined || wanted === undefined) return false;
  const isAsWanted = ([path, { version, integrity }]) =>
    wanted[path]?.version === version && wanted[path]?.integrity === integrity;
  // Optional packages may be for other systems.
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
  // Most are devDependencies, which npm omits when NODE_ENV is "production".
  const args = ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  const isWindows = process.platform === "win32";
  // On Windows npm is a .cmd file, which only a shell can run.
  const npm = spawn(isWindows ? "npm.cmd" : "npm", args, { stdio: ["ignore", "inherit", "inherit"], shell: isWindows });
  const forward = (signal) => npm.kill(signal);
  process.on("SIGINT", forward).on("SIGTERM", forward);
  const problem = await new Promise((resolve) => {
    npm.once("error", (error) => resolve(`could not be started (${error.message})`));
    npm.once("exit", (code, signal) => resolve(code === 0 ? undefined : `ended with ${signal ?? `code ${code}`}`));
  });
  process.off("SIGINT", forward).off("SIGTERM", forward);
  if (problem !== undefined) fail(`The dependencies could not be installed: npm ci ${problem}.`);
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

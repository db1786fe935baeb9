/**
 * CPU time and memory of a browser and all of its processes, read from /proc on Linux: a browser is a dozen processes,
 * and the cost of an extension is spread over most of them.
 */
import { readdirSync, readFileSync } from "node:fs";

/** Clock tick of /proc: 1/100 s on all supported Linux systems. */
const tickMs = 10;

interface ProcessStat {
  readonly pid: number;
  readonly parentPid: number;
  readonly groupId: number;
  readonly cpuMs: number;
}

/** CPU time of the whole tree since its start, ended processes included. */
export function treeCpuMs(rootPid: number): number {
  return treeOf(rootPid).reduce((sum, { cpuMs }) => sum + cpuMs, 0);
}

/** Private memory (mainly heaps) of the processes that run extensions. */
export function extensionMemoryMiB(rootPid: number): number {
  const isOfExtensions = ({ pid }: ProcessStat) =>
    // Chromium marks them by an argument, Firefox by the process name.
    procFile(pid, "cmdline").includes("--extension-process") || procFile(pid, "comm").startsWith("WebExtensions");
  const kiB = treeOf(rootPid)
    .filter(isOfExtensions)
    .map(({ pid }) => Number(/^RssAnon:\s+(\d+)/m.exec(procFile(pid, "status"))?.[1] ?? 0));
  return kiB.reduce((sum, size) => sum + size, 0) / 1024;
}

/** All descendants, and the process group that puppeteer starts the browser in. */
function treeOf(rootPid: number): ProcessStat[] {
  const all = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readStat(Number(name)));
  const tree = new Set([rootPid]);
  // A child may have a smaller pid than its parent: repeat until nothing is added.
  for (let sizeBefore = 0; sizeBefore < tree.size;) {
    sizeBefore = tree.size;
    for (const { pid, parentPid, groupId } of all) if (tree.has(parentPid) || groupId === rootPid) tree.add(pid);
  }
  return all.filter(({ pid }) => tree.has(pid));
}

/** Empty for a process that has just ended. See proc_pid_stat(5). */
function readStat(pid: number): ProcessStat[] {
  const text = procFile(pid, "stat");
  if (text === "") return [];
  // The name, in parentheses, may contain anything: count the fields after it.
  const fields = text
    .slice(text.lastIndexOf(")") + 2)
    .split(" ")
    .map(Number);
  const [, parentPid = 0, groupId = 0] = fields;
  // utime, stime, and those of ended children.
  const ticks = fields.slice(11, 15).reduce((sum, value) => sum + value, 0);
  return [{ pid, parentPid, groupId, cpuMs: ticks * tickMs }];
}

function procFile(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, "utf8");
  } catch {
    return "";
  }
}

/**
 * CPU time and memory of a browser's process and all that it started, read from Linux' /proc: a browser is a dozen
 * processes, and what an extension costs is spread over most of them.
 */
import { readdirSync, readFileSync } from "node:fs";

/** Clock ticks of /proc, 1/100 s on every Linux that browsers run on. */
const tickMs = 10;

interface ProcessStat {
  readonly pid: number;
  readonly parentPid: number;
  readonly groupId: number;
  readonly cpuMs: number;
}

/** Of all its processes since their start, those that have ended included. */
export function treeCpuMs(rootPid: number): number {
  return treeOf(rootPid).reduce((sum, { cpuMs }) => sum + cpuMs, 0);
}

/** Memory that belongs to no other process (its heaps above all), of the processes in which extensions run. */
export function extensionMemoryMiB(rootPid: number): number {
  const isOfExtensions = ({ pid }: ProcessStat) =>
    // Chromium says so in the arguments, Firefox in the name.
    procFile(pid, "cmdline").includes("--extension-process") || procFile(pid, "comm").startsWith("WebExtensions");
  const kiB = treeOf(rootPid)
    .filter(isOfExtensions)
    .map(({ pid }) => Number(/^RssAnon:\s+(\d+)/m.exec(procFile(pid, "status"))?.[1] ?? 0));
  return kiB.reduce((sum, size) => sum + size, 0) / 1024;
}

/** All descendants, and what is in the process group of which puppeteer makes the browser the leader. */
function treeOf(rootPid: number): ProcessStat[] {
  const all = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readStat(Number(name)));
  const tree = new Set([rootPid]);
  // A child may have a smaller number than its parent: look until nothing is added.
  for (let sizeBefore = 0; sizeBefore < tree.size;) {
    sizeBefore = tree.size;
    for (const { pid, parentPid, groupId } of all) if (tree.has(parentPid) || groupId === rootPid) tree.add(pid);
  }
  return all.filter(({ pid }) => tree.has(pid));
}

/** Nothing for a process that has just ended. See proc_pid_stat(5). */
function readStat(pid: number): ProcessStat[] {
  const text = procFile(pid, "stat");
  if (text === "") return [];
  // The name, in parentheses, may hold anything: what follows it is counted from there.
  const fields = text
    .slice(text.lastIndexOf(")") + 2)
    .split(" ")
    .map(Number);
  const [, parentPid = 0, groupId = 0] = fields;
  // utime, stime, and the same of children that ended.
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

/**
 * What a command costs.
 */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface Cost {
  /** User and system time of the command, its children and Pagefind's own process, in seconds. */
  readonly cpu: number;
  /** In seconds. */
  readonly wall: number;
  /** The highest resident set of the command's own process, in megabytes. */
  readonly peak: number;
}

const ticksPerSecond = 100;

/** Run a Node program and count what it needs. Throws where it fails. Linux only: it reads `/proc`. */
export async function measure(args: readonly string[], directory: string, environment: Record<string, string> = {}): Promise<Cost> {
  const log = join(tmpdir(), `variorum-bench-${process.pid}.log`);
  const preload = pathToFileURL(join(import.meta.dirname, 'report-peak.ts')).href;
  const start = performance.now();
  const script = '"$0" --import "$1" "${@:3}" > "$2" 2>&1; echo "status $?"; times';
  const run = spawn('bash', ['-c', script, process.execPath, preload, log, ...args], {
    cwd: directory,
    env: { ...process.env, ...environment, PEAK_FILE: `${log}.peak` },
  });
  let output = '';
  run.stdout.on('data', (text) => (output += text));
  // Node does not wait for Pagefind's process, so the shell's `times` never hears of it: it is watched.
  const pagefind = new Map<number, number>();
  const watching = setInterval(() => watchPagefind(run.pid!, pagefind), 100);
  await new Promise((resolve) => run.on('close', resolve));
  clearInterval(watching);
  const wall = (performance.now() - start) / 1000;
  const lines = output.trim().split('\n');
  if (lines[0] !== 'status 0') throw new Error(`${args.join(' ')} failed.\n${readFileSync(log, 'utf8').slice(-4000)}`);
  const seconds = [...lines.at(-1)!.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, rest]) => sum + Number(minutes) * 60 + Number(rest),
    0,
  );
  const apart = [...pagefind.values()].reduce((sum, ticks) => sum + ticks / ticksPerSecond, 0);
  return { cpu: seconds + apart, wall, peak: Number(readFileSync(`${log}.peak`, 'utf8')) };
}

/** Note the processor time so far of every Pagefind process under a process. */
function watchPagefind(root: number, seen: Map<number, number>): void {
  const processes = new Map<number, { parent: number; name: string; ticks: number }>();
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    try {
      const stat = readFileSync(`/proc/${entry}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      processes.set(Number(entry), {
        parent: Number(fields[1]),
        name: stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')')),
        ticks: Number(fields[11]) + Number(fields[12]),
      });
    } catch {
      // It ended between the two looks.
    }
  }
  const under = (pid: number): boolean => pid === root || (pid > 1 && under(processes.get(pid)?.parent ?? 0));
  for (const [pid, { name, ticks }] of processes) if (name.startsWith('pagefind') && under(pid)) seen.set(pid, ticks);
}

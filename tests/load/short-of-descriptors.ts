import { execFileSync } from 'node:child_process';
import { closeSync, openSync, readdirSync, readlinkSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { setLimit } from '../../playground-server/linux/resource-limit.ts';
import { startProcess } from '../../playground-server/sandbox/spawner.ts';
import { collectRun, prelude, startEngine } from '../sandbox/collect-run.ts';

/**
 * Started by a test as a process of its own: runs snippets while only a few descriptors are left,
 * one more each time, and prints what came of it as one line of JSON.
 *   node short-of-descriptors.ts <directory>
 */
const troubles: unknown[] = [];

/** What the descriptors of this process lead to, if it is of a kind that the engine opens. */
const openEnds = () =>
  readdirSync('/proc/self/fd')
    .map((fd) => linkOf(`/proc/self/fd/${fd}`))
    .filter((link) => /^(pipe|socket|anon_inode:\[pidfd\])|live-man-/.test(link));

function linkOf(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}

// The first child process creates pipes that remain: Node uses them to learn when children end. So
// does the thread that starts sandboxes.
execFileSync('true');
await startProcess({ argv: ['true'], environment: {}, descriptors: [], identity: null });
const before = openEnds();
const engine = await startEngine(process.argv[2] ?? '', troubles);

let made = 0;
const snippet = (held: boolean) =>
  `${held ? '' : '#pragma GCC optimize("O0")\n'}${prelude}int main(void) { return ${++made % 100}; }`;

async function idle(): Promise<void> {
  while (engine.occupancy().tearingDown > 0) await setTimeout(10);
}

/** Takes every descriptor but `left`. */
function hoard(left: number): number[] {
  const taken: number[] = [];
  try {
    for (;;) taken.push(openSync('/dev/null', 'r'));
  } catch {
    for (const fd of taken.splice(0, left)) closeSync(fd);
    return taken;
  }
}

async function attempt(left: number, held: boolean): Promise<string> {
  const taken = hoard(left);
  try {
    const { outcome, fault } = await collectRun(engine, snippet(held));
    return fault ?? outcome?.kind ?? 'nothing';
  } finally {
    for (const fd of taken) closeSync(fd);
  }
}

// The first run opens what stays open: warm up.
await collectRun(engine, snippet(true));
await idle();
// The soft limit only: a sandbox is given more than what would be left of the hard one.
setLimit(process.pid, 'openFiles', openEnds().length + 100, 4096);
const answers: string[] = [];
const served: string[] = [];
for (const left of [0, 2, 5, 9, 14, 20, 60]) {
  answers.push(await attempt(left, true), await attempt(left, false));
  const { outcome, fault } = await collectRun(engine, snippet(true));
  served.push(fault ?? outcome?.kind ?? 'nothing');
}
await engine.close(0);
/** Sockets are closed a turn of the event loop after their last event. */
for (let turn = 0; turn < 500 && openEnds().length > before.length; turn++) await setTimeout(10);
const after = openEnds();
console.log(JSON.stringify({ answers, served, before, after, troubles: troubles.map(String) }));

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { kernelsFolder, keptKernels } from '../kept-kernels.ts';
import { metric } from '../soak/footprint.ts';
import { startServer } from '../server-process.ts';
import { postRun, type RunTimes } from './client.ts';
import { firstExample } from './snippets.ts';
import { p50, p95 } from './statistics.ts';

const rounds = 20;
const atOnce = 2;
const source = firstExample(4002);

/** What a run on a kernel of its own costs; the compiler has seen its program before. */
export async function machines(): Promise<void> {
  const newest = keptKernels.at(-1);
  if (newest === undefined)
    return console.log(`\nOwn kernels: none is kept in ${kernelsFolder}; npm start fetches them`);
  await measure(newest);
}

async function measure(kernel: string): Promise<void> {
  const server = await startServer({ KERNELS: kernel, MACHINES_READY: '1', RUNS_PER_MINUTE: '0' });
  const run = () => postRun(server.port, source, 'c', undefined, { kernel });
  const ready = () => metric(server.port, 'live_man_sandboxes', `kernel="${kernel}"`);
  /** Resolves with the time that it took, in milliseconds. */
  const untilReady = async () => {
    const startMs = performance.now();
    while ((await ready()) < 1) await pause(20);
    return performance.now() - startMs;
  };
  try {
    await untilReady();
    await run();
    const [boots, runs]: [number[], RunTimes[]] = [[], []];
    for (let round = 0; round < rounds; round += 1) {
      boots.push(await untilReady());
      runs.push(await run());
    }
    await untilReady();
    const memoryMiB = machineMiB();
    await run();
    // One is being booted in the place of the last: these do not wait for it.
    const startMs = performance.now();
    const cold: RunTimes[] = [];
    const keepOn = async () => {
      for (let each = 0; each < rounds / atOnce; each += 1) cold.push(await run());
    };
    await Promise.all(Array.from({ length: atOnce }, keepOn));
    const perMinute = (60_000 * cold.length) / (performance.now() - startMs);
    const row = (name: string, samples: readonly number[]) =>
      `  ${name.padEnd(34)}${p50(samples).toFixed(0).padStart(8)}${p95(samples).toFixed(0).padStart(8)}`;
    const firstCalls = (all: readonly RunTimes[]) => all.map(({ firstCallMs }) => firstCallMs);
    console.log(`\nOwn kernel ${kernel}, ms, ${rounds} rounds         p50     p95`);
    console.log(row('boot, until a machine is ready', boots));
    console.log(row('ready machine, to the first call', firstCalls(runs)));
    console.log(row(`${atOnce} at once, to the first call`, firstCalls(cold)));
    console.log(`  machines per minute: ${perMinute.toFixed(0)}; a ready one: ${memoryMiB} MiB`);
  } finally {
    await server.stop();
  }
}

/** What the processes of all machines of this host occupy, in MiB, shared pages by their share. */
function machineMiB(): number {
  const kib = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && isMachine(join('/proc', name)))
    .map((name) => readFileSync(join('/proc', name, 'smaps_rollup'), 'utf8'))
    .map((text) => Number(/^Pss:\s+(\d+)/m.exec(text)?.[1]));
  return Math.round(kib.reduce((sum, each) => sum + each, 0) / 1024);
}

/** User-mode Linux keeps its command line, which says how much memory it has. */
function isMachine(process: string): boolean {
  try {
    return /^\/linux\0.*mem=/s.test(readFileSync(join(process, 'cmdline'), 'utf8'));
  } catch {
    return false; // It has ended.
  }
}

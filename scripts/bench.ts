import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runBare } from './bench/bare.ts';
import { postRun, type RunTimes } from './bench/client.ts';
import { fairness as measureFairness } from './bench/fairness.ts';
import { pageFigures } from './bench/pages.ts';
import { machines } from './bench/machines.ts';
import { firstExample, manyCalls } from './bench/snippets.ts';
import { p50, p95 } from './bench/statistics.ts';
import { tapeTimes } from './bench/tapes.ts';
import { measureThroughput } from './bench/throughput.ts';
import { typescriptTimes } from './bench/typescript.ts';
import { startServer, type ServerProcess } from './server-process.ts';

/**
 * npm run bench: how fast the playground is, as ratios to a bare gcc and run that are measured
 * alongside, since machines differ and are shared; on own kernels (`-- --kernels`: that only); and how
 * fair, as ratios to a reader who is alone (`-- --fairness [attack …]`: that only). Prints tables, but
 * no judgement.
 */
const rounds = 60;
const tapeCalls = 10_000;
let changes = 1;
/** A snippet that is new to the server: the reader changed a number. */
const changed = () => firstExample(1 + (changes++ % 4000));
const cached = firstExample(4001);

const ms = (value: number) => value.toFixed(1).padStart(8);

async function latency(server: ServerProcess): Promise<void> {
  const kinds = { bare: [] as RunTimes[], changed: [] as RunTimes[], cached: [] as RunTimes[] };
  for (let round = 0; round < rounds + 3; round++) {
    // Interleaved, so that a busy moment of the machine affects all three alike.
    const times = {
      bare: await runBare(changed()),
      changed: await postRun(server.port, changed()),
      cached: await postRun(server.port, cached),
    };
    if (round < 3) continue;
    kinds.bare.push(times.bare);
    kinds.changed.push(times.changed);
    kinds.cached.push(times.cached);
  }
  const bare = p50(kinds.bare.map((run) => run.firstCallMs));
  printTable({ ...kinds, ...(await typescriptTimes(rounds)) }, bare);
}

/** @param bareMs what the ratios are of */
function printTable(kinds: Record<string, RunTimes[]>, bareMs: number): void {
  console.log(
    `\nLatency, ms, ${rounds} rounds   first call p50     p95   ÷ bare    finished p50     p95`,
  );
  for (const [name, runs] of Object.entries(kinds)) {
    const first = runs.map((run) => run.firstCallMs);
    const end = runs.map((run) => run.finishedMs);
    const ratio = (p50(first) / bareMs).toFixed(2).padStart(8);
    const row = [ms(p50(first)), ms(p95(first)), ratio, '       ', ms(p50(end)), ms(p95(end))];
    console.log(`  ${name.padEnd(24)}${row.join(' ')}`);
  }
}

async function throughput(server: ServerProcess): Promise<void> {
  console.log('\nThroughput, runs/s      changed   cached   cached ÷ changed   lost');
  for (const concurrency of [1, 2, 4, 8]) {
    const runs = concurrency === 8 ? 1000 : 200;
    const slow = await measureThroughput(server.port, concurrency, 200, changed);
    const fast = await measureThroughput(server.port, concurrency, runs, () => cached);
    const ratio = fast.runsPerSecond / slow.runsPerSecond;
    const row = [slow.runsPerSecond.toFixed(0), fast.runsPerSecond.toFixed(0), ratio.toFixed(1)];
    const lost = slow.lost + fast.lost;
    console.log(
      `  at once: ${concurrency}   ${row.map((cell) => cell.padStart(13)).join('')}   ${lost}`,
    );
  }
}

async function tracer(server: ServerProcess): Promise<void> {
  const source = manyCalls(tapeCalls);
  await postRun(server.port, source);
  const { firstCallMs, finishedMs, outcome } = await postRun(server.port, source);
  const rate = (1000 * tapeCalls) / (finishedMs - firstCallMs);
  console.log(`\nTracer: ${rate.toFixed(0)} calls/s (${tapeCalls} calls, ${outcome})`);
}

async function speed(): Promise<void> {
  const server = await startServer({
    RUNS_PER_CLIENT: '1000',
    RUNS_WAITING: '1000',
    RUNS_PER_MINUTE: '0',
  });
  try {
    const idle = server.memory();
    await latency(server);
    await throughput(server);
    await tracer(server);
    console.log(`\n${(await tapeTimes(server.port, rounds)).join('\n')}`);
    console.log(`\nIn the browser\n${(await pageFigures(server.port)).join('\n')}`);
    const { nowMiB, peakMiB } = server.memory();
    const figures = [idle.nowMiB, peakMiB, nowMiB].map((figure) => `${figure.toFixed(0)} MiB`);
    console.log(
      `\nServer memory: idle ${figures[0]}, peak ${figures[1]}, afterwards ${figures[2]}`,
    );
  } finally {
    await server.stop();
  }
}

/** With the limits as operators find them; each client is an address. @param names of attacks */
async function fairness(names: readonly string[]): Promise<void> {
  const stateDir = mkdtempSync(join(tmpdir(), 'live-man-bench-'));
  const limits = { TRUST_PROXY: '1', TYPESCRIPT_READY: '2', STATE_DIR: stateDir };
  const server = await startServer(limits);
  try {
    await measureFairness(server, names);
  } finally {
    await server.stop();
    rmSync(stateDir, { recursive: true });
  }
}

const [, , only, ...names] = process.argv;
if (only === undefined) await speed();
if (only !== '--fairness') await machines();
if (only !== '--kernels') await fairness(names);

import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Language } from '../../playground-server/protocol/index.ts';
import type { ServerProcess } from '../server-process.ts';
import type { Attack } from './attack.ts';
import { attacks } from './attacks-table.ts';
import { postRun } from './client.ts';
import { p95 } from './statistics.ts';

/** Enough that the slowest two or three do not decide. */
const rounds = 60;
/** A reader's pause between two runs. */
const pauseMs = 250;
/** Longer than what an attack needs to fill what it fills, and to be known for it. */
const beginMs = 3000;
/** How much longer than alone a reader's run may take. */
const bar = 3;
const reader = '192.0.2.1';

const sources: Record<Language, string> = {
  c: 'int main(void) { return 0; }\n',
  cpp: '#include <vector>\nint main() { return std::vector<int>{0}.front(); }\n',
  typescript: 'const answer: number = 42;\nconsole.log(answer);\n',
};

/**
 * p95 of a second client's runs beside each attack, against the same alone just before: other
 * programs of a shared machine come and go.
 *
 * @param names which attacks; all unless said
 */
export async function fairness(server: ServerProcess, names: readonly string[]): Promise<void> {
  console.log(
    `\nFairness: a second client’s run, ms, p95 of ${rounds}   alone   beside   ratio   refused`,
  );
  for (const attack of attacks)
    if (names.length === 0 || names.includes(attack.name)) await beside(attack, server);
}

async function beside(attack: Attack, { port }: ServerProcess): Promise<void> {
  const language = attack.victim ?? 'c';
  const alone = await timeRuns(port, language);
  // In a thread of its own: what it does to this process is not the server's doing.
  const attacker = new Worker(new URL('attack-thread.ts', import.meta.url), {
    workerData: { name: attack.name, url: `http://127.0.0.1:${port}` },
  });
  await pause(beginMs);
  const { p95Ms, refused } = await timeRuns(port, language);
  await attacker.terminate();
  const ratio = p95Ms / alone.p95Ms;
  const name = `${attack.name}, ${language}`.padEnd(45);
  const row = [alone.p95Ms.toFixed(0), p95Ms.toFixed(0), ratio.toFixed(1), String(refused)];
  const over = ratio > bar || refused > 0 ? `   over ${bar} ×` : '';
  console.log(`  ${name}${row.map((cell) => cell.padStart(8)).join(' ')}${over}`);
}

async function timeRuns(port: number, language: Language) {
  const times: number[] = [];
  let refused = 0;
  for (let round = 0; round < rounds; round += 1) {
    const startMs = performance.now();
    const run = await postRun(port, sources[language], language, reader).catch(() => null);
    if (run === null) refused += 1;
    else times.push(performance.now() - startMs);
    await pause(pauseMs);
  }
  return { p95Ms: p95(times), refused };
}

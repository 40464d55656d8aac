import { setTimeout as pause } from 'node:timers/promises';
import type { Language } from '../../playground-server/protocol/index.ts';
import type { ServerProcess } from '../server-process.ts';
import { begin, type Attack } from './attack.ts';
import { attacks } from './attacks-table.ts';
import { postRun } from './client.ts';
import { p95 } from './statistics.ts';

const rounds = 20;
/** A reader's pause between two runs. */
const pauseMs = 150;
/** Longer than what an attack needs to fill what it fills. */
const beginMs = 1000;
/** How much longer than alone a reader's run may take. */
const bar = 3;
const reader = '192.0.2.1';

const sources: Record<Language, string> = {
  c: 'int main(void) { return 0; }\n',
  typescript: 'const answer: number = 42;\nconsole.log(answer);\n',
};

/** p95 of a second client's runs beside each attack, against the same alone. */
export async function fairness(server: ServerProcess): Promise<void> {
  const alone = {
    c: (await timeRuns(server.port, 'c')).p95Ms,
    typescript: (await timeRuns(server.port, 'typescript')).p95Ms,
  };
  console.log(`\nFairness: a second client’s run, ms, p95 of ${rounds}   ÷ alone   refused`);
  for (const [language, ms] of Object.entries(alone))
    console.log(`  ${`alone, ${language}`.padEnd(34)}${ms.toFixed(0).padStart(8)}`);
  for (const attack of attacks) await beside(attack, server, alone);
}

async function beside(
  attack: Attack,
  server: ServerProcess,
  alone: Record<Language, number>,
): Promise<void> {
  const language = attack.victim ?? 'c';
  const end = begin(attack, `http://127.0.0.1:${server.port}`);
  await pause(beginMs);
  const { p95Ms, refused } = await timeRuns(server.port, language);
  await end();
  const ratio = p95Ms / alone[language];
  const name = `${attack.name}, ${language}`.padEnd(34);
  const over = ratio > bar || refused > 0 ? `   over ${bar} ×` : '';
  console.log(
    `  ${name}${p95Ms.toFixed(0).padStart(8)}${ratio.toFixed(1).padStart(12)}${String(refused).padStart(10)}${over}`,
  );
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

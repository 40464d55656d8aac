import type { RunEvent, RunRequest } from '../../playground-server/protocol/index.ts';
import { readRun } from '../soak/read-run.ts';

/** The port of the web instance that compose.yaml publishes. */
export const port = 4321;

/** How a run ended, in a word or two: exited 7, limit-exceeded memory, faulted runner-lost. */
export type Ending = string;

/** Runs a snippet as a reader would. @param begun called once the program runs */
export async function run(
  source: string,
  language: RunRequest['language'] = 'c',
  begun: () => void = () => undefined,
): Promise<Ending> {
  const heard = ({ kind }: RunEvent) => kind === 'compiled' && begun();
  const options = { port, client: '192.0.2.1', leaves: 'stays', heard } as const;
  const read = await readRun(
    { language, source },
    { ...options, heard: (event) => void heard(event) },
  );
  if (read.kind === 'refused') return `refused ${read.problem.code}`;
  const last = read.events.at(-1);
  if (last?.kind === 'faulted') return `faulted ${last.code}`;
  return last?.kind === 'finished' ? Object.values(last.outcome).join(' ') : 'broken off';
}

/** A program that sleeps, then exits with 7. It is compiled once at each runner. */
export const sleeper = (ms: number): string =>
  `#include <unistd.h>\nint main(void) { usleep(${ms} * 1000); return 7; }\n`;

/** Starts runs; resolves when the programs of all of them run. */
export async function begin(count: number, ms: number): Promise<Promise<Ending>[]> {
  const begun = Array.from({ length: count }, () => Promise.withResolvers<void>());
  const runs = begun.map(({ resolve }) => {
    const ending = run(sleeper(ms), 'c', resolve);
    return ending.finally(resolve);
  });
  await Promise.all(begun.map(({ promise }) => promise));
  return runs;
}

/** Readers who run one program after the other, until `stop`; it returns how their runs ended. */
export function readers(count: number, ms: number): { stop(): Promise<Ending[]> } {
  let isOver = false;
  const endings: Ending[] = [];
  const read = async () => {
    while (!isOver) endings.push(await run(sleeper(ms)));
  };
  const all = Promise.all(Array.from({ length: count }, read));
  return {
    async stop() {
      isOver = true;
      await all;
      return endings;
    },
  };
}

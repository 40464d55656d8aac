import { tapes, usualTape, type Tape } from '../../playground-server/protocol/index.ts';
import { postRun, type RunTimes } from './client.ts';
import { ordinaryProgram } from './snippets.ts';
import { p50, p95 } from './statistics.ts';

/**
 * What a longer tape costs: the same cached program, which makes a few calls of each family, on each
 * tape in turn. Lines to print; the ratios are to the tape that is usual.
 */
export async function tapeTimes(port: number, rounds: number): Promise<string[]> {
  const kinds = new Map<Tape, RunTimes[]>(tapes.map((tape) => [tape, []]));
  for (let round = 0; round < rounds + 3; round++)
    for (const [tape, runs] of kinds) {
      const times = await postRun(port, ordinaryProgram, 'c', undefined, { tape });
      if (round >= 3) runs.push(times);
    }
  const ended = (tape: Tape) => (kinds.get(tape) ?? []).map(({ finishedMs }) => finishedMs);
  const usual = p50(ended(usualTape));
  return [
    `Tapes of one cached program, ms, ${rounds} rounds   finished p50     p95   ÷ ${usualTape}`,
    ...tapes.map((tape) => {
      const [middle, late] = [p50(ended(tape)), p95(ended(tape))];
      const row = [middle.toFixed(1), late.toFixed(1), (middle / usual).toFixed(2)];
      return `  ${tape.padEnd(45)}${row.map((cell) => cell.padStart(9)).join('')}`;
    }),
  ];
}

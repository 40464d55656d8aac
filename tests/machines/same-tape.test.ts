import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { shownText, type DecodedValue } from '../../playground-server/protocol/index.ts';
import { ownTracees } from '../tracees/oracle/own-tracees.ts';
import { runOnEngine, type Tape, type TapeCall } from '../tracees/oracle/run-on-engine.ts';
import { differencesOf, differencesTable, type Aspect } from './differences-table.ts';
import { partOfRuns } from './part-of-runs.ts';
import { testedKernels } from './tested-kernels.ts';
import { useMachines } from './use-machines.ts';

const kernels = testedKernels();
const machines = useMachines(kernels);

/** What each thread's rows say, without what differs from run to run: addresses, and times. */
const threadsOf = ({ calls }: Tape): unknown[] =>
  [...Map.groupBy(calls, ({ entry }) => entry.thread)].sort(([a], [b]) => a - b).map(rowsOf);

function rowsOf([thread, calls]: [number, TapeCall[]]) {
  const places = new Map<string, string>();
  const named = (text: string) =>
    text.replaceAll(/0x[0-9a-f]{6,}/g, (address) => {
      if (!places.has(address)) places.set(address, `address ${places.size + 1}`);
      return places.get(address)!;
    });
  const texts = (values: readonly DecodedValue[]) =>
    values.map(({ text }) => named(shownText(text)));
  const rows = calls.map(({ entry, exit }) => ({
    call: entry.name,
    line: entry.line,
    arguments: texts(entry.arguments),
    returned: exit && named(exit.returned),
    errno: exit?.errno?.name ?? null,
    verdict: exit?.verdict ?? null,
  }));
  return { thread, rows };
}

const aspectsOf = (tape: Tape): Record<Aspect, unknown> => ({
  calls: threadsOf(tape),
  signals: tape.signals.map(({ name, line }) => ({ name, line })),
  stdout: tape.stdout,
  outcome: tape.outcome,
});

const tracees = ownTracees();
/** Each is a machine that boots: all where somebody asks for kernels, otherwise a seventh by turns. */
const part = partOfRuns(process.env['TEST_KERNELS'] && 'all', Date.now(), 7);
const tried = tracees.filter((_, place) => part.has(place));

// tests/tracees/own-tracees.test.ts: the tape of the host is what strace says.
describe.for(kernels)(
  `the agent tells what the host’s tracer tells, ${part.name}, on %s`,
  (kernel) => {
    it.concurrent.for(tried)('$file', async ({ file, tracee }, { skip }) => {
      const [facts] = machines.engine(kernel).kernelFacts();
      if (facts?.state === 'missing') skip(facts.reason);
      const told = aspectsOf(await runOnEngine(machines.engine(kernel), tracee));
      const onHost = aspectsOf(await runOnEngine(machines.local(), tracee));
      const listed = differencesOf(file, kernel);
      const unlike = Object.keys(told).filter((name) => {
        const aspect = name as Aspect;
        return !isDeepStrictEqual(told[aspect], onHost[aspect]);
      });
      // Shows what is unlike; a difference that is gone has to leave the table.
      if (!isDeepStrictEqual(unlike, listed)) expect(told).toEqual(onHost);
      expect(unlike).toEqual(listed);
    });
  },
);

it('lists differences of tracees that exist', () => {
  const files = tracees.map(({ file }) => file);
  expect(differencesTable.map(({ tracee }) => tracee).filter((it) => !files.includes(it))).toEqual(
    [],
  );
});

import { expect, it } from 'vitest';
import { shownText, type DecodedValue } from '../../playground-server/protocol/index.ts';
import { ownTracees } from '../tracees/oracle/own-tracees.ts';
import { expectedTrace } from '../tracees/oracle/expected-trace.ts';
import { runOnEngine, type Tape, type TapeCall } from '../tracees/oracle/run-on-engine.ts';
import { useMachines } from './use-machines.ts';

const machines = useMachines();

/** Threads, children, signals, pointers into nowhere, filters of its own: a machine for each. */
const chosen = [
  'call-sites.c',
  'exec-in-thread.c',
  'fork-children.c',
  'hostile-pointers.c',
  'libaio-wrappers.c',
  'output-between-calls.c',
  'own-filter-seccomp.c',
  'signal-handlers.c',
];

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

const tracees = ownTracees().filter(({ file }) => chosen.includes(file));

it('is tried with tracees that exist', () => {
  expect(tracees.map(({ file }) => file).sort()).toEqual(chosen);
});

it.for(tracees)('the agent tells what the tracer of the host tells: $file', async ({ tracee }) => {
  const expected = expectedTrace(tracee.source);
  const told = await runOnEngine(machines.engine(), tracee);
  const onHost = await runOnEngine(machines.local(), tracee);
  expect(threadsOf(told)).toEqual(threadsOf(onHost));
  expect(told.signals.map(({ name, line }) => ({ name, line }))).toEqual(expected.signals);
  expect(told.stdout).toBe(onHost.stdout);
  expect(told.outcome).toEqual(onHost.outcome);
});

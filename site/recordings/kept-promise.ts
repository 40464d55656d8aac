import type { RunEvent, RunEventOf } from '../../playground-server/protocol/index.ts';
import type { ExampleFacts, ExpectedCall } from '../facts/example-schema.ts';
import { expectedCalls } from '../facts/expected-calls.ts';
import type { Lens } from '../facts/lens-table.ts';
import { eventsOf, resultOf } from '../playground/client/row-values.ts';

type Exit = RunEventOf<'syscall-exit'>;

export const isExit = (event: RunEvent): event is Exit => event.kind === 'syscall-exit';

/** The results on a tape: what two tapes of one example must have in common. */
export const resultsOf = (events: readonly RunEvent[]): ExpectedCall[] =>
  events.filter(isExit).map(({ name, returned, errno }) => ({
    call: name,
    returned: Number(returned),
    errno: errno?.name ?? null,
  }));

/** io_event.res of every event that a call fetched: a count, or the name of an errno. */
export const deliveredBy = (events: readonly RunEvent[]): (number | string)[] =>
  events
    .filter(isExit)
    .flatMap(eventsOf)
    .map(resultOf)
    .filter((result) => result !== null)
    .map(({ value, errno }) => errno?.name ?? Number(value));

/** Results with the numbers that the machine decides replaced by what was promised of them. */
export function asPromised(results: ExpectedCall[], expects: ExpectedCall[]): ExpectedCall[] {
  return results.map((result, index) => {
    const promised = expects[index]?.returned;
    if (typeof promised !== 'object' || Number(result.returned) < promised.atLeast) return result;
    return { ...result, returned: promised };
  });
}

/** Where a run differs from what its example says; empty when nothing does. */
export function differences(
  { facts, lens }: { facts: ExampleFacts; lens: Lens },
  events: readonly RunEvent[],
): string[] {
  const expects = expectedCalls(facts, lens);
  const seen = asPromised(resultsOf(events), expects);
  const compare = (what: string, expected: unknown, found: unknown) =>
    JSON.stringify(expected) === JSON.stringify(found)
      ? []
      : [`${what}: expected ${JSON.stringify(expected)}, saw ${JSON.stringify(found)}`];
  return [
    ...compare('calls', expects, seen),
    ...(facts.delivers ? compare('events', facts.delivers, deliveredBy(events)) : []),
  ];
}

import { named } from '../../playground-server/protocol/index.ts';
import { numberOf } from '../../site/playground/client/explain/number-of.ts';
import { eventsOf } from '../../site/playground/client/row-values.ts';
import { misplacedLines } from '../tracees/oracle/misplaced-lines.ts';
import type { Tape } from '../tracees/oracle/run-on-engine.ts';

/** Where a tape departs from what a generated program says of itself, a sentence each. */
export function programComplaints(source: string, tape: Tape): string[] {
  const told = reapedOn(tape);
  const [said = 'nothing'] = /^reaped .*$/m.exec(tape.stdout) ?? [];
  return [
    ...misplacedLines(source, tape),
    ...tape.calls
      .filter(({ exit }) => exit !== null && exit.verdict !== 'kernel')
      .map(({ entry, exit }) => `${entry.name} was answered by the playground: ${exit?.verdict}`),
    ...(told === said ? [] : [`the program says "${said}", the tape "${told}"`]),
  ];
}

/** The sums over all events that the tape shows as stored, as the programs print them. */
function reapedOn({ calls }: Tape): string {
  const events = calls.flatMap(({ exit }) => (exit ? eventsOf(exit) : []));
  const sum = (name: string) =>
    events
      .map(({ fields }) => named(fields, name))
      .reduce((sum, field) => sum + ((field && numberOf(field)) ?? 0n), 0n);
  return `reaped ${events.length}, data ${sum('data')}, res ${sum('res')}`;
}

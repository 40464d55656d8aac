import { fieldsOf, named } from '../../../playground-server/protocol/decoded-fields.ts';
import type { DecodedValue, NameOf } from '../../../playground-server/protocol/index.ts';
import { perGrowingTape } from './per-tape.ts';
import type { TapeRow } from './run-state.ts';

/**
 * Short names for what the calls of a tape have in common, in the order in which it appears:
 * contexts are `ctx₁`, `ctx₂`; iocbs `iocb₁`, but only where there are several to be told apart.
 */
export function shortNames(rows: readonly TapeRow[]): { nameOf: NameOf } {
  const { contexts, iocbs } = namesIn(rows);
  return {
    nameOf: (hex) => (iocbs.size > 1 && iocbs.get(hex)) || (contexts.get(hex) ?? null),
  };
}

/** Names of the contexts and iocbs that calls were given or have made. */
interface Names {
  contexts: Map<string, string>;
  iocbs: Map<string, string>;
}

const namesIn = perGrowingTape(
  (): Names => ({ contexts: new Map(), iocbs: new Map() }),
  (names, rows, news) => {
    for (const at of news) for (const value of rows[at]!.arguments) visit(value, names);
  },
);

function visit(value: DecodedValue, names: Names): void {
  if (value.kind === 'handle' && value.handle !== '0x0') add('ctx', value.handle, names.contexts);
  if (value.kind === 'struct' && value.address && named(value.fields, 'aio_lio_opcode'))
    add('iocb', value.address, names.iocbs);
  for (const field of fieldsOf(value)) visit(field, names);
}

function add(kind: string, hex: string, names: Map<string, string>): void {
  if (!names.has(hex)) names.set(hex, `${kind}${subscript(names.size + 1)}`);
}

const subscript = (number: number): string =>
  String(number).replace(/\d/g, (digit) => String.fromCodePoint(0x2080 + Number(digit)));

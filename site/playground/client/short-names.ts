import { fieldsOf, named } from '../../../playground-server/protocol/decoded-fields.ts';
import type { DecodedValue, NameOf } from '../../../playground-server/protocol/index.ts';
import { perTape } from './per-tape.ts';

/**
 * Short names for what the calls of a tape have in common, in the order in which it appears:
 * contexts are `ctx₁`, `ctx₂`; iocbs `iocb₁`, but only where there are several to be told apart.
 */
export const shortNames = perTape((rows): { nameOf: NameOf } => {
  const [contexts, iocbs] = [new Set<string>(), new Set<string>()];
  const visit = (value: DecodedValue): void => {
    if (value.kind === 'handle' && value.handle !== '0x0') contexts.add(value.handle);
    if (value.kind === 'struct' && value.address && named(value.fields, 'aio_lio_opcode'))
      iocbs.add(value.address);
    for (const field of fieldsOf(value)) visit(field);
  };
  for (const row of rows) for (const argument of row.arguments) visit(argument);
  const names = new Map([
    ...numbered('ctx', contexts),
    ...(iocbs.size > 1 ? numbered('iocb', iocbs) : []),
  ]);
  return { nameOf: (hex) => names.get(hex) ?? null };
});

const numbered = (name: string, all: ReadonlySet<string>): [string, string][] =>
  Array.from(all, (hex, at) => [hex, `${name}${subscript(at + 1)}`]);

const subscript = (number: number): string =>
  String(number).replace(/\d/g, (digit) => String.fromCodePoint(0x2080 + Number(digit)));

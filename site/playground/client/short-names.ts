import { fieldsOf, named } from '../../../playground-server/protocol/decoded-fields.ts';
import type { DecodedValue, NameOf } from '../../../playground-server/protocol/index.ts';
import { perGrowingTape, perTape } from './per-tape.ts';

/**
 * Short names for what the calls of a tape have in common, in the order in which it appears:
 * contexts are `ctx₁`, `ctx₂`; iocbs `iocb₁`, but only where there are several to be told apart.
 */
export const shortNames = perTape((rows): { nameOf: NameOf } => {
  const { contexts, iocbs } = sharedIn(rows);
  const names = new Map([
    ...numbered('ctx', contexts),
    ...(iocbs.size > 1 ? numbered('iocb', iocbs) : []),
  ]);
  return { nameOf: (hex) => names.get(hex) ?? null };
});

/** The contexts and iocbs that calls were given or have made, in the order of their appearance. */
interface Shared {
  contexts: Set<string>;
  iocbs: Set<string>;
}

const sharedIn = perGrowingTape(
  (): Shared => ({ contexts: new Set(), iocbs: new Set() }),
  (shared, { arguments: args }) => args.forEach((value) => visit(value, shared)),
);

function visit(value: DecodedValue, shared: Shared): void {
  if (value.kind === 'handle' && value.handle !== '0x0') shared.contexts.add(value.handle);
  if (value.kind === 'struct' && value.address && named(value.fields, 'aio_lio_opcode'))
    shared.iocbs.add(value.address);
  for (const field of fieldsOf(value)) visit(field, shared);
}

const numbered = (name: string, all: ReadonlySet<string>): [string, string][] =>
  Array.from(all, (hex, at) => [hex, `${name}${subscript(at + 1)}`]);

const subscript = (number: number): string =>
  String(number).replace(/\d/g, (digit) => String.fromCodePoint(0x2080 + Number(digit)));

import { fieldsOf, named } from '../../../../playground-server/protocol/decoded-fields.ts';
import type { DecodedValue } from '../../../../playground-server/protocol/index.ts';
import type { ContextFate } from '../../../facts/sign-schema.ts';
import { perGrowingTape } from '../per-tape.ts';
import { contextOf } from '../row-values.ts';
import { hasFailed } from '../run-state.ts';
import type { TapeRow } from '../run-state.ts';

/**
 * The calls that made and destroyed the contexts of one handle, by their numbers, in order. An
 * io_destroy that failed is among them: until it returns, nobody knows.
 */
interface Handle {
  made: Map<number, TapeRow>;
  destroyed: Map<number, TapeRow>;
}

/**
 * The state of a context when a call used it; null if the value is not a handle. A tape cannot tell
 * more, such as whether the ring was unmapped, or whether the caller is a child of fork(2).
 */
export function contextFate(
  value: DecodedValue,
  asking: TapeRow,
  rows: readonly TapeRow[],
): ContextFate | 'live' | null {
  if (value.kind !== 'handle') return null;
  if (BigInt(value.handle) === 0n) return 'zero';
  const handle = handlesOf(rows).get(value.handle);
  const made = [...(handle?.made.values() ?? [])].findLast((row) => row.call < asking.call);
  if (!handle || !made) return 'never-made';
  const leftNs = asking.status.kind === 'returned' ? asking.status.atNs : Infinity;
  const destroyed = [...handle.destroyed.values()].find(
    (row) => row.call > made.call && row !== asking && row.atNs < leftNs && !hasFailed(row),
  );
  if (!destroyed) return 'live';
  return destroyed.call < asking.call ? 'destroyed' : 'destroyed-meanwhile';
}

const handlesOf = perGrowingTape(
  () => new Map<string, Handle>(),
  (handles, rows, news) => {
    const of = (handle: string): Handle => {
      const known = handles.get(handle) ?? { made: new Map(), destroyed: new Map() };
      handles.set(handle, known);
      return known;
    };
    for (const row of news.map((at) => rows[at]!)) {
      const [made, destroyed] = [handleMadeBy(row), handleDestroyedBy(row)];
      if (made) of(made).made.set(row.call, row);
      if (destroyed) of(destroyed).destroyed.set(row.call, row);
    }
  },
);

function handleMadeBy({ name, status, arguments: args }: TapeRow): string | null {
  if (name !== 'io_setup' || status.kind !== 'returned' || status.errno) return null;
  const pointer = named(args, 'ctx_idp');
  const [made] = pointer ? fieldsOf(pointer) : [];
  return made?.kind === 'handle' ? made.handle : null;
}

/** A context is out of reach as soon as io_destroy starts; the call itself takes a while longer. */
function handleDestroyedBy(row: TapeRow): string | null {
  return row.name === 'io_destroy' ? contextOf(row) : null;
}

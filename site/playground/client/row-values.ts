import { named } from '../../../playground-server/protocol/decoded-fields.ts';
import type { DecodedValue, DecodedValueOf } from '../../../playground-server/protocol/index.ts';

/** An io_event that a call has stored. */
export type StoredEvent = DecodedValueOf<'struct'>;

/** The arguments of a call, including what it has stored. */
interface Call {
  readonly arguments: readonly DecodedValue[];
}

/** The events that a call has fetched, without those that could not be read. */
export function eventsOf({ arguments: args }: Call): readonly StoredEvent[] {
  const events = named(args, 'events');
  return events?.kind === 'array' ? events.fields.filter((field) => field.kind === 'struct') : [];
}

/** io_event.res: the operation's result, or the negated errno. */
export function resultOf({ fields }: StoredEvent): DecodedValueOf<'result'> | null {
  const res = named(fields, 'res');
  return res?.kind === 'result' ? res : null;
}

/** The handle of the context that a call was given; null for a call that takes none. */
export function contextOf({ arguments: args }: Call): string | null {
  const context = named(args, 'ctx_id');
  return context?.kind === 'handle' ? context.handle : null;
}

/** The address that a pointer holds, or that a structure has. */
export const addressOf = (value: DecodedValue | undefined): string | null =>
  (value && 'address' in value && value.address) || null;

import { named } from '../../../playground-server/protocol/decoded-fields.ts';
import type { DecodedValue, Ring } from '../../../playground-server/protocol/index.ts';
import { addressOf, contextOf, eventsOf, resultOf } from './row-values.ts';
import type { TapeRow } from './run-state.ts';

/** An event that is or was in a slot of a ring. */
export interface SlotEvent {
  slot: number;
  /** The address of its iocb. */
  iocb: string;
  res: string;
  isRead: boolean;
}

/** A ring when one call about its context had returned. */
export interface RingStep {
  row: TapeRow;
  /** The handle of the context. */
  context: string;
  ring: Ring;
  /** Operations that were submitted, and whose events were not in the ring yet. */
  inFlight: number;
  /** The last event that is known of each slot, in the order of the slots. */
  events: readonly SlotEvent[];
}

/** What is known of a ring from one step to the next. */
interface Watched {
  head: number;
  tail: number;
  inFlight: number;
  events: Map<number, SlotEvent>;
}

/**
 * The rings of a tape, call by call in the order in which the calls returned. What the ring did not
 * hold at such a moment is unknown: an event that came and was fetched within one call is taken from
 * what that call stored. Pure: the same rows give the same steps.
 */
export function ringSteps(rows: readonly TapeRow[]): RingStep[] {
  const watched = new Map<string, Watched>();
  return [...rows].sort((a, b) => endOf(a) - endOf(b)).flatMap((row) => stepOf(row, watched));
}

const endOf = ({ status }: TapeRow): number =>
  status.kind === 'returned' ? status.atNs : Infinity;

function stepOf(row: TapeRow, watched: Map<string, Watched>): RingStep[] {
  const { status } = row;
  const context = contextOf(row) ?? madeContext(row);
  if (status.kind !== 'returned' || !status.ring || context === null) return [];
  const { ring } = status;
  const isNew = row.name === 'io_setup' || !watched.has(context);
  const before = isNew ? begin(ring) : watched.get(context)!;
  const taken = row.name === 'io_submit' ? Math.max(0, Number(status.returned)) : 0;
  const events = new Map(before.events);
  for (const event of events.values()) event.isRead ||= isBetween(event.slot, before.head, ring);
  fetchedInto(events, row, before.head, ring);
  for (const { slot, obj, res } of ring.unread)
    events.set(slot, { slot, iocb: obj, res, isRead: false });
  const inFlight = before.inFlight + taken - distance(before.tail, ring.tail, ring);
  // Of a ring that was met in the middle, it is not known what had been submitted before.
  const now = { head: ring.head, tail: ring.tail, inFlight: Math.max(0, inFlight), events };
  watched.set(context, now);
  const inOrder = [...events.values()].sort((a, b) => a.slot - b.slot);
  return [{ row, context, ring, inFlight: now.inFlight, events: inOrder.map((it) => ({ ...it })) }];
}

const begin = ({ head, tail, unread }: Ring): Watched => ({
  head,
  tail: unread.length > 0 ? head : tail,
  inFlight: 0,
  events: new Map(),
});

/** How far it is from one slot to another, in the direction in which a ring is filled. */
const distance = (from: number, to: number, { slots }: Ring): number => (to - from + slots) % slots;

/** Whether a slot was read between the last step and this one. */
const isBetween = (slot: number, head: number, ring: Ring): boolean =>
  distance(head, slot, ring) < distance(head, ring.head, ring);

/** Puts what a call has fetched where it was: the last of it stood just before the head. */
function fetchedInto(events: Map<number, SlotEvent>, row: TapeRow, head: number, ring: Ring): void {
  eventsOf(row).forEach((event, at) => {
    const slot = (head + at) % ring.slots;
    if (!isBetween(slot, head, ring)) return;
    const iocb = addressOf(named(event.fields, 'obj')) ?? '0x0';
    events.set(slot, { slot, iocb, res: resultOf(event)?.value ?? '', isRead: true });
  });
}

/** The handle that io_setup has stored. */
function madeContext({ arguments: args }: TapeRow): string | null {
  const place: DecodedValue | undefined = named(args, 'ctx_idp');
  const handle = place?.kind === 'address' ? place.fields?.[0] : undefined;
  return handle?.kind === 'handle' ? handle.handle : null;
}

import { slotOf, type Place } from './place.ts';
import * as values from './value-table.ts';
import { callExpression } from './write-call.ts';

/** A call to io_getevents or io_pgetevents that returns by itself. */
export function writeWait(place: Place): string[] {
  const { random } = place;
  const [min, nr] = counts(place);
  const events = random.oneIn(10)
    ? random.pick([...values.badPointers, '(long)w->readonly', '(long)(w->edge - 40)'])
    : '(long)w->events';
  const timespec = random.pick(values.shortTimeouts);
  const hostile = random.oneIn(16);
  const timeout = hostile
    ? random.pick(values.badPointers.slice(1))
    : `(long)&(struct timespec)${timespec}`;
  const live = `(long)w->live[${slotOf(random)}]`;
  const dead = random.oneIn(16);
  const context = dead
    ? random.pick([`(long)w->dead[${slotOf(random)}]`, random.pick(values.badHandles)])
    : live;
  const args = [context, min, nr, events, timeout];
  // libaio reads the ring and the timeout itself: hostile ones kill the program there.
  const wrapped = hostile || dead ? null : args;
  return [`r = ${waitExpression(place, args, wrapped)};`, `take(w, (void *)${events}, r);`];
}

/** A wait without end, ended by a signal handler, unless the queue holds enough. */
export function writeWaitForSignal(place: Place): string[] {
  const { random } = place;
  const timespec = random.pick(values.endlessTimeouts);
  const timeout = timespec === null ? '0L' : `(long)&(struct timespec)${timespec}`;
  const min = random.pick(['1L', '2L', '8L', '100L']);
  const args = [`(long)w->live[${slotOf(random)}]`, min, '128L', '(long)w->events', timeout];
  return [
    'arm();',
    `r = ${callExpression(place, 'io_getevents', args)};`,
    'disarm();',
    'take(w, w->events, r);',
  ];
}

function counts({ random }: Place): [string, string] {
  switch (random.below(16)) {
    case 0:
      return [random.pick(values.negativeCounts), random.pick(['1L', ...values.negativeCounts])];
    case 1:
      return [random.pick(values.longCounts), random.pick(['0L', '1L', '100L'])];
    case 2:
      return ['0L', random.pick([...values.longCounts, ...values.negativeCounts, '0L'])];
    default:
      return [random.pick(['0L', '0L', '1L', '2L', '5L']), random.pick(['1L', '2L', '8L', '128L'])];
  }
}

function waitExpression(place: Place, args: string[], wrapped: string[] | null): string {
  const { random } = place;
  if (random.oneIn(2)) return callExpression(place, 'io_getevents', args, wrapped);
  const sets = [
    ...['0L', '0L', '(long)&(struct usig){ 0, 7 }', '(long)&(struct usig){ &none, 8 }'],
    ...['(long)&(struct usig){ &all, 8 }', '(long)&(struct usig){ &all, 128 }'],
    ...['(long)&(struct usig){ (void *)1, 8 }', '(long)&(struct usig){ w->edge - 4, 8 }'],
  ];
  const set = random.oneIn(12) ? random.pick(values.badPointers) : random.pick(sets);
  const forLibaio = wrapped && [...wrapped, random.pick(['0L', '(long)&none', '(long)&all'])];
  return callExpression(place, 'io_pgetevents', [...args, set], forLibaio);
}

import { slotOf, type Place } from './place.ts';
import * as values from './value-table.ts';
import { callExpression } from './write-call.ts';
import { writeIocb } from './write-iocb.ts';

/** What a ring of the smallest context holds whichever CPUs the requests come from. */
const certainSlots = 90;

/** Requests to one context; or a bad list, count or handle. */
export function writeSubmit(place: Place): string[] {
  const { random, given } = place;
  const slot = slotOf(random);
  const length = 1 + random.below(4);
  if (given[slot]! + length > certainSlots) return [];
  given[slot]! += length;
  const live = `w->live[${slot}]`;
  const context = random.oneIn(16) ? badHandle(place, slot) : `(long)${live}`;
  const later = random.oneIn(6);
  const call = callExpression(place, 'io_submit', [context, ...countAndList(place, length)]);
  return [
    ...requestsAndList(place, length, later),
    ...(later ? [`w->tail = tail_of(${live});`] : []),
    `r = ${call};`,
    ...(later ? [`settle(w, ${live}, r);`] : []),
    'note(w, r);',
  ];
}

function badHandle({ random }: Place, slot: number): string {
  return random.oneIn(2) ? `(long)w->dead[${slot}]` : random.pick(values.badHandles);
}

/** The list ends with an entry that nothing can be read from, whatever the count. */
function requestsAndList({ random }: Place, length: number, later: boolean): string[] {
  const filled = random.times(length, (index) => {
    const at = random.below(12);
    const { statement } = writeIocb(random, at, later ? 'sync' : undefined);
    const entry = !later && random.oneIn(20) ? random.pick(values.badPointers) : '';
    return [statement, `w->list[${index}] = (void *)${entry || `&w->requests[${at}]`};`];
  });
  const end = random.pick(['0L', '1L', '-1L']);
  return [...filled.flat(), `w->list[${length}] = (void *)${end};`];
}

function countAndList({ random }: Place, length: number): [string, string] {
  const list = '(long)w->list';
  switch (random.below(24)) {
    case 0:
      return [random.pick(values.longCounts), list];
    case 1:
      return [random.pick(['0L', ...values.negativeCounts]), list];
    case 2:
      return [`${length}L`, random.pick(values.badPointers)];
    case 3:
      // An entry at the very end of a page, the next one beyond it.
      return ['2L', '(long)memcpy(w->edge - 8, w->list, 8)'];
    case 4:
      return [`${length + 1}L`, list];
    default:
      return [`${length}L`, list];
  }
}

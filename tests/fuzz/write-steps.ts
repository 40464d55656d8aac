import { slotOf, type Place } from './place.ts';
import * as values from './value-table.ts';
import { callExpression } from './write-call.ts';
import { writeIocb } from './write-iocb.ts';
import { writeSubmit } from './write-submit.ts';
import { writeWait, writeWaitForSignal } from './write-wait.ts';

type Step = (place: Place) => string[];

const steps: readonly Step[] = [
  setup,
  setup,
  destroy,
  ...Array<Step>(5).fill(writeSubmit),
  ...Array<Step>(4).fill(writeWait),
  cancel,
  touch,
  touch,
];
const signalSteps: readonly Step[] = [writeWaitForSignal, interruptedRead, raiseInto];

/** The statements of one step: mostly one AIO call, and what makes its effect the same every time. */
export function writeStep(place: Place): string[] {
  const { random, signals } = place;
  return random.pick(signals && random.oneIn(8) ? signalSteps : steps)(place);
}

/** The contexts that most later steps work with. */
export const firstSetups = (place: Place): string[] => [0, 1].flatMap((slot) => fill(place, slot));

/** A context in a slot, if the program may have one more. */
function fill(place: Place, slot: number): string[] {
  const { random, budget, worlds } = place;
  if (budget.contexts < worlds) return [];
  budget.contexts -= worlds;
  const args = [random.pick(values.modestCounts), `(long)&w->live[${slot}]`];
  return [`note(w, ${callExpression(place, 'io_setup', args)});`];
}

/** A context in a slot that may hold one already. */
function setup(place: Place): string[] {
  const { random, budget, worlds } = place;
  if (budget.contexts < worlds) return [];
  budget.contexts -= worlds;
  const slot = `(long)&w->live[${slotOf(random)}]`;
  const [count, pointer] = random.pick([
    () => [random.pick(values.refusedCounts), slot],
    () => [random.pick([...values.refusedCounts, '60000L']), random.pick(values.badPointers)],
    () => ['1L', random.pick(['(long)w->readonly', '(long)(w->edge - 8)', '(long)w->requests'])],
    ...Array<() => string[]>(3).fill(() => [random.pick(values.modestCounts), slot]),
  ])() as [string, string];
  return [`note(w, ${callExpression(place, 'io_setup', [count, pointer])});`];
}

function destroy(place: Place): string[] {
  const { random } = place;
  const slot = random.pick([0, 1, 1, 2, 3]);
  const other = random.pick([`(long)w->dead[${slot}]`, random.pick(values.badHandles)]);
  if (random.oneIn(2)) return [`note(w, ${callExpression(place, 'io_destroy', [other])});`];
  return [
    `r = ${callExpression(place, 'io_destroy', [`(long)w->live[${slot}]`])};`,
    'note(w, r);',
    `if (r == 0) bury(w, ${slot});`,
    ...(random.oneIn(3) ? [] : fill(place, slot)),
  ];
}

function cancel(place: Place): string[] {
  const { random } = place;
  const context = `w->live[${slotOf(random)}]`;
  const iocb = random.oneIn(4)
    ? random.pick(values.badPointers)
    : `(long)&w->requests[${random.below(12)}]`;
  const result = random.pick(['0L', '1L', '(long)w->events']);
  return [
    `w->tail = tail_of(${context});`,
    `r = ${callExpression(place, 'io_cancel', [`(long)${context}`, iocb, result])};`,
    `if (r == -EINPROGRESS || (r == -1 && errno == EINPROGRESS)) settle(w, ${context}, 1);`,
    'note(w, r);',
  ];
}

/** Something other than an AIO call changes what descriptors and vectors hold. */
function touch({ random }: Place): string[] {
  const index = random.below(16);
  const base = random.oneIn(4) ? random.pick(values.badPointers) : '(long)w->buffer';
  const length = random.pick(['0', '1', '512', '4096', '-1']);
  const vector = [`w->vectors[${index}] = (struct iovec){ (void *)${base}, ${length} };`];
  return random.pick([
    vector,
    vector,
    ['note(w, write(w->fds[F_PIPE_W], w->buffer, 5));'],
    ['note(w, read(w->fds[F_PIPE_R], w->buffer, 4096));'],
    ['note(w, write(w->fds[F_EVENT], "\\1\\0\\0\\0\\0\\0\\0", 8));'],
    ['note(w, read(w->fds[F_EVENT], w->buffer, 8));'],
    ['note(w, write(w->fds[F_SOCK], w->buffer, 7));'],
    ['note(w, read(w->fds[F_PEER], w->buffer, 3));'],
    ['note(w, lseek(w->fds[F_RW], 0, SEEK_END));'],
  ]);
}

/** io_submit itself waits for an empty pipe until a signal comes. */
function interruptedRead(place: Place): string[] {
  const slot = slotOf(place.random);
  place.given[slot]! += 1;
  const { statement } = writeIocb(place.random, 0, 'read');
  const submit = callExpression(place, 'io_submit', [
    `(long)w->live[${slot}]`,
    '1L',
    '(long)w->list',
  ]);
  return [
    statement,
    'w->requests[0].fildes = w->fds[F_BLOCKS];',
    'w->list[0] = &w->requests[0];',
    'arm();',
    `r = ${submit};`,
    'disarm();',
    'note(w, r);',
  ];
}

/** A handler makes a call between two others, or in the midst of one. */
function raiseInto(place: Place): string[] {
  const slot = slotOf(place.random);
  const args = [
    ...[`(long)w->live[${slot}]`, '1L', '8L', '(long)w->events', '0L'],
    '(long)&(struct usig){ &none, 8 }',
  ];
  return [
    'sigprocmask(SIG_BLOCK, &(sigset_t){ { 1 << (SIGUSR1 - 1) } }, NULL);',
    'raise(SIGUSR1);',
    `r = ${callExpression(place, 'io_pgetevents', args, null)};`,
    'take(w, w->events, r);',
    'sigprocmask(SIG_UNBLOCK, &(sigset_t){ { 1 << (SIGUSR1 - 1) } }, NULL);',
  ];
}

import { expect, test } from 'vitest';
import { readGoals } from '../../../scripts/read-goals.ts';
import { exampleIds, readTape, readVariants } from '../../../scripts/record/read-variants.ts';
import { applyEvent } from '../../../site/playground/client/apply-event.ts';
import type { GoalPart } from '../../../site/facts/goals/goal-pattern-schema.ts';
import { checkGoal, type GoalRun } from '../../../site/playground/client/goals/check-goal.ts';
import { conditionsMet } from '../../../site/playground/client/goals/conditions-met.ts';
import { eventsOf, resultOf } from '../../../site/playground/client/row-values.ts';
import { requestedRun, type TapeRow } from '../../../site/playground/client/run-state.ts';
import { errnos } from './errnos.ts';
import { examplesThatMeet } from './examples-that-meet-table.ts';

const goals = readGoals();
const tapes = exampleIds()
  .flatMap(readVariants)
  .map((variant) => ({
    id: variant.id,
    run: readTape(variant).reduce(applyEvent, requestedRun),
  }));

test.each(goals)('$id is met by no example but those that show the same', ({ id, facts }) => {
  const met = tapes.filter(({ run }) => checkGoal(facts.pattern, run, errnos).isSolved);
  expect([...new Set(met.map(({ id }) => id))]).toEqual(examplesThatMeet[id] ?? []);
});

/** Numbers that only look random: a failure can be looked at again. */
const drawn = (seed: number) => () => (seed = (seed * 16807) % 2147483647) / 2147483647;

const calls = ['io_setup', 'io_submit', 'io_getevents', 'io_pgetevents', 'io_cancel', 'io_destroy'];

const exited = { kind: 'finished', outcome: { kind: 'exited', status: 0 } } as const;

/** Calls with arguments and results of real ones, each from another program, in any order. */
function randomTape(seed: number): GoalRun {
  const draw = drawn(seed);
  const one = <T>(list: readonly T[]): T => list[Math.floor(draw() * list.length)]!;
  const rows = Array.from({ length: 8 }, (_, at): TapeRow => {
    const name = one(calls);
    const known = tapes.flatMap(({ run }) => run.rows.filter((row) => row.name === name));
    return { ...one(known), call: at + 1, atNs: at };
  });
  return { rows, environment: null, phase: exited };
}

/** Whether the plain answers that a part names are anywhere on the tape. */
function names(part: GoalPart, { rows }: GoalRun): boolean {
  const answers = rows.flatMap(({ name, status }) =>
    status.kind === 'returned'
      ? [{ name, errno: status.errno?.name, raw: Number(status.raw) }]
      : [],
  );
  if ('call' in part) {
    const { call, errno, returned } = part;
    return answers.some(
      ({ name, raw, ...answer }) =>
        name === call &&
        (errno === undefined || answer.errno === errno) &&
        (typeof returned !== 'number' || raw === returned),
    );
  }
  if (!('event' in part)) return true;
  const results = rows.flatMap(eventsOf).map(resultOf);
  return results.some(
    (result) =>
      (part.event.errno === undefined || result?.errno?.name === part.event.errno) &&
      (typeof part.event.res !== 'number' || Number(result?.value) === part.event.res),
  );
}

test('of 200 random tapes, those that meet a goal have all the answers that it names', () => {
  const randomTapes = Array.from({ length: 200 }, (_, at) => randomTape(at + 1));
  const met = randomTapes.flatMap((run) =>
    goals
      .filter(({ facts }) => checkGoal(facts.pattern, run, errnos).isSolved)
      .map(({ id, facts }) => ({ id, run, parts: facts.pattern.parts })),
  );
  expect(met).not.toEqual([]);
  expect(met.filter(({ run, parts }) => !parts.every((part) => names(part, run)))).toEqual([]);
});

test('what a tape met is told by page and error condition', () => {
  const known = readVariants('io_setup-einval-zero').map((variant) =>
    conditionsMet(readTape(variant).reduce(applyEvent, requestedRun), errnos),
  );
  expect(known).toEqual(known.map(() => ['io_setup#einval-nr-zero']));
});

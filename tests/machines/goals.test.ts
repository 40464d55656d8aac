import { describe, expect, it } from 'vitest';
import { readGoals } from '../../scripts/read-goals.ts';
import { playRequest } from '../../scripts/record/play-variant.ts';
import { applyEvent } from '../../site/playground/client/apply-event.ts';
import { checkGoal } from '../../site/playground/client/goals/check-goal.ts';
import { requestedRun } from '../../site/playground/client/run-state.ts';
import { errnos } from '../content/goals/errnos.ts';
import { useMachines } from './use-machines.ts';

const goals = readGoals().flatMap(({ facts, ...goal }) =>
  facts.kernel ? [{ ...goal, facts, kernel: facts.kernel }] : [],
);
const [first = '7.2', ...others] = new Set(goals.map(({ kernel }) => kernel));
const { engine } = useMachines([first, ...others]);

describe.each(goals)('$id', ({ id, facts, kernel, programs }) => {
  it.each(programs)('is met by solutions alone: $name', async ({ name, source }) => {
    const { conditions, pattern } = facts;
    const request = { language: 'c', source, kernel, ...(conditions && { conditions }) } as const;
    const events = await playRequest(engine(kernel), id, request);
    const run = events.reduce(applyEvent, requestedRun);
    expect(checkGoal(pattern, run, errnos).isSolved).toBe(name !== 'start.c');
  });
});

import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEngine } from '../../../playground-server/run/create-engine.ts';
import { unheard, type Engine } from '../../../playground-server/run/engine.ts';
import { readGoals } from '../../../scripts/read-goals.ts';
import { playRequest } from '../../../scripts/record/play-variant.ts';
import { applyEvent } from '../../../site/playground/client/apply-event.ts';
import { checkGoal } from '../../../site/playground/client/goals/check-goal.ts';
import { requestedRun } from '../../../site/playground/client/run-state.ts';
import { patientTools } from '../../patient-tools.ts';
import { errnos } from './errnos.ts';

/** What needs a kernel of its own is tried in tests/machines. */
const programs = readGoals()
  .filter(({ facts }) => !facts.kernel)
  .flatMap(({ id, facts, programs }) => programs.map((program) => ({ id, facts, ...program })));
let engine: Engine;

beforeAll(async () => {
  engine = await createEngine(
    {
      runsAtOnce: 2,
      runsWaiting: 8,
      runsPerClient: 8,
      workDir: tmpdir(),
      toolLimits: patientTools,
    },
    unheard,
  );
});
afterAll(() => engine.close(1000));

describe.concurrent.for(programs)('$id, $name', ({ id, name, source, facts }) => {
  const { conditions, pattern } = facts;
  const isSolution = name !== 'start.c';

  it(isSolution ? 'meets its goal' : 'does not meet its goal', async ({ skip }) => {
    const request = { language: 'c', source, ...(conditions && { conditions }) } as const;
    const lack = engine.unavailable(request);
    if (lack !== null) skip(lack);
    const events = await playRequest(engine, id, request);
    const check = checkGoal(pattern, events.reduce(applyEvent, requestedRun), errnos);
    expect(check.parts.map(({ state }) => state)).toEqual(
      isSolution
        ? check.parts.map(() => 'met')
        : expect.arrayContaining([expect.not.stringMatching('met')]),
    );
    expect(check.isSolved).toBe(isSolution);
    expect(events.filter(({ kind }) => kind === 'diagnostic')).toEqual([]);
  });
});

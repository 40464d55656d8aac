import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunEvent } from '../../playground-server/protocol/index.ts';
import { createEngine } from '../../playground-server/run/create-engine.ts';
import { unheard, type Engine } from '../../playground-server/run/engine.ts';
import { asPromised, differences, resultsOf } from '../../site/recordings/kept-promise.ts';
import { playVariant, requestOf } from '../../scripts/record/play-variant.ts';
import { exampleIds, readTape, readVariants } from '../../scripts/record/read-variants.ts';
import { expectedCalls } from '../../site/facts/expected-calls.ts';
import { patientTools } from '../patient-tools.ts';

/** What needs a kernel of its own is tried in tests/machines. */
const examples = exampleIds()
  .map((id) => readVariants(id).filter(({ facts }) => !facts.kernel))
  .filter(({ length }) => length > 0);
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

describe.concurrent.for(examples.flat())('$id, $lens', (variant) => {
  let run: Promise<RunEvent[]> | null = null;
  /** One run serves both claims. */
  const played = (skip: (why: string) => never): Promise<RunEvent[]> => {
    const lack = engine.unavailable(requestOf(variant));
    if (lack !== null) skip(lack);
    return (run ??= playVariant(engine, variant));
  };

  it('keeps its promise on this kernel, as its recorded tape did', async ({ skip }) => {
    const events = await played(skip);
    expect(differences(variant, events)).toEqual([]);

    expect(existsSync(variant.tapePath), `npm run record ${variant.id}`).toBe(true);
    const expects = expectedCalls(variant.facts, variant.lens);
    const promised = (of: RunEvent[]) => asPromised(resultsOf(of), expects);
    expect(promised(events)).toEqual(promised(readTape(variant)));
  });

  it('compiles without a warning', async ({ skip }) => {
    const events = await played(skip);
    expect(events.filter(({ kind }) => kind === 'diagnostic')).toEqual([]);
  });
});

import { existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunEvent } from '../../playground-server/protocol/index.ts';
import { createEngine } from '../../playground-server/run/create-engine.ts';
import type { Engine } from '../../playground-server/run/engine.ts';
import { asPromised, differences, resultsOf } from '../../scripts/record/check-example.ts';
import {
  exampleIds,
  examplesFolder,
  playExample,
  readExample,
  requestOf,
} from '../../scripts/record/play-example.ts';

const ignore = () => undefined;
let engine: Engine;

beforeAll(async () => {
  engine = await createEngine(
    { runsAtOnce: 2, runsWaiting: 8, runsPerClient: 8, workDir: tmpdir() },
    { stageDone: ignore, runDone: ignore, troubled: ignore },
  );
});
afterAll(() => engine.close(1000));

describe.for(exampleIds())('%s', (id) => {
  const example = readExample(id);
  const recorded = join(examplesFolder, id, 'tape.json');
  let run: Promise<RunEvent[]> | null = null;
  /** One run serves both claims. */
  const played = (skip: (why: string) => never): Promise<RunEvent[]> => {
    const lack = engine.unavailable(requestOf(example));
    if (lack !== null) skip(lack);
    return (run ??= playExample(engine, example));
  };

  it('keeps its promise on this kernel, as its recorded tape did', async ({ skip }) => {
    const events = await played(skip);
    expect(differences(example.facts, events)).toEqual([]);

    expect(existsSync(recorded), `npm run record ${id}`).toBe(true);
    const tape = JSON.parse(readFileSync(recorded, 'utf8')) as RunEvent[];
    const promised = (of: RunEvent[]) => asPromised(resultsOf(of), example.facts.expects);
    expect(promised(events)).toEqual(promised(tape));
  });

  it('compiles without a warning', async ({ skip }) => {
    const events = await played(skip);
    expect(events.filter(({ kind }) => kind === 'diagnostic')).toEqual([]);
  });
});

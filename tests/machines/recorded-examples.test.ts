import { describe, expect, it } from 'vitest';
import { keptKernels } from '../../scripts/kept-kernels.ts';
import { playVariant } from '../../scripts/record/play-variant.ts';
import { exampleIds, readTape, readVariants } from '../../scripts/record/read-variants.ts';
import { RecordingsStore } from '../../scripts/record/recordings-store.ts';
import { expectedCalls } from '../../site/facts/expected-calls.ts';
import { kernelTapes } from '../../site/facts/recordings/kernel-tapes.ts';
import { recordingName } from '../../site/facts/recordings/recording-schema.ts';
import { gistOf } from '../../site/facts/recordings/tape-gist.ts';
import { partOfRuns } from './part-of-runs.ts';
import { usualKernel } from './tested-kernels.ts';
import { useMachines } from './use-machines.ts';

const asked = process.env.KERNEL_PART;
/** No multiple of how many kernels there are, or each part would be of one kernel. */
const parts = 13;
const part = partOfRuns(asked, Date.now(), parts);
const store = new RecordingsStore();

/** Every recording of an example on an own kernel. */
const recordings = exampleIds()
  .flatMap(readVariants)
  .flatMap((variant) => {
    const { id, lens, facts } = variant;
    const expects = expectedCalls(facts, lens);
    const tapes = kernelTapes(recordingName(id, lens), readTape(variant), expects, store);
    return tapes.map(({ kernel, events }) => ({
      id,
      lens,
      kernel,
      variant,
      gist: (tape: typeof events) => gistOf(tape, expects),
      recorded: events,
    }));
  });

/** Those that somebody has fetched already; with `all`, the others are fetched. */
const [first = usualKernel, ...others] = [...store.recordings.keys()].filter(
  (kernel) => asked === 'all' || keptKernels.includes(kernel),
);
const machines = useMachines([first, ...others]);

/** What differs from run to run is no difference: one of so many has to say what was recorded. */
const mostPlays = 3;

const tried = recordings.filter((_, place) => part.has(place));

describe.concurrent(`the examples on own kernels, ${part.name}`, () => {
  it.for(tried)('$id ($lens) does on $kernel what was recorded', async (recording, { skip }) => {
    const { kernel, variant, gist, recorded } = recording;
    if (![first, ...others].includes(kernel)) skip(`${kernel} is not there: npm run test:kernels`);
    const engine = machines.engine(kernel);
    const [facts] = engine.kernelFacts();
    if (facts?.state === 'missing') skip(facts.reason);
    if (facts?.state === 'fetching') skip('its package is still being fetched');
    const expected = gist(recorded);
    let seen: unknown;
    for (let plays = 0; plays < mostPlays; plays++) {
      seen = gist(await playVariant(engine, variant));
      if (JSON.stringify(seen) === JSON.stringify(expected)) return;
    }
    expect(seen).toEqual(expected);
  });
});

it('are so many that each part tries several of them, on every kernel', () => {
  expect(new Set(tried.map(({ kernel }) => kernel)).size).toBe(store.recordings.size);
});

import { describe, expect, it } from 'vitest';
import { playVariant } from '../../scripts/record/play-variant.ts';
import { exampleIds, readTape, readVariants } from '../../scripts/record/read-variants.ts';
import { differences, resultsOf } from '../../site/recordings/kept-promise.ts';
import { useMachines } from './use-machines.ts';

const variants = exampleIds()
  .flatMap(readVariants)
  .filter(({ facts }) => facts.kernel);

const ids = [...new Set(variants.map(({ facts }) => facts.kernel!))];
const { engine } = useMachines([ids[0]!, ...ids.slice(1)]);

describe.for(variants)('$id, $lens', (variant) => {
  it('keeps its promise on the own kernel that it needs, as its recorded tape did', async ({
    skip,
  }) => {
    const own = engine(variant.facts.kernel);
    const [facts] = own.kernelFacts();
    if (facts?.state !== 'available') skip(`Linux ${variant.facts.kernel} is not there`);
    const events = await playVariant(own, variant);
    expect(differences(variant, events)).toEqual([]);
    expect(resultsOf(events)).toEqual(resultsOf(readTape(variant)));
    expect(events.filter(({ kind }) => kind === 'diagnostic')).toEqual([]);
    expect(readTape(variant)).toContainEqual(
      expect.objectContaining({
        environment: expect.objectContaining({
          kernel: expect.stringMatching(`^${variant.facts.kernel}\\.`),
        }),
      }),
    );
  });
});

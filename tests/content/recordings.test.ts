import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { exampleIds, readTape, readVariants } from '../../scripts/record/read-variants.ts';
import { RecordingsStore } from '../../scripts/record/recordings-store.ts';
import { expectedCalls } from '../../site/facts/expected-calls.ts';
import { kernelTapes } from '../../site/facts/recordings/kernel-tapes.ts';
import { recordingName, tapeFile } from '../../site/facts/recordings/recording-schema.ts';
import { digestOf } from '../../site/facts/recordings/tape-gist.ts';

const store = new RecordingsStore();
const variants = exampleIds()
  .flatMap(readVariants)
  .map((variant) => ({
    ...variant,
    name: recordingName(variant.id, variant.lens),
    expects: expectedCalls(variant.facts, variant.lens),
    recorded: readTape(variant),
  }));

it.each([...store.recordings.keys()])(
  'every example is recorded on %s, as its snippet is now, or it is said why not',
  (kernel) => {
    const recordings = store.recordings.get(kernel)!;
    const lacking = variants.filter(({ facts, name, expects, recorded }) => {
      // Then it is the tape beside it.
      if (facts.kernel === kernel) return false;
      if (typeof recordings[name] === 'object') return false;
      return !kernelTapes(name, recorded, expects, store).some((tape) => tape.kernel === kernel);
    });
    const advice = `npm run record -- --kernel ${kernel} --missing`;
    expect(
      lacking.map(({ name }) => name),
      advice,
    ).toEqual([]);
  },
);

it('is recorded on several own kernels', () => {
  expect(store.recordings.size).toBeGreaterThan(1);
});

it.each([...store.recordings.keys()])('nothing is recorded on %s that is no example', (kernel) => {
  const names = new Set(variants.map(({ name }) => name));
  expect(Object.keys(store.recordings.get(kernel)!).filter((name) => !names.has(name))).toEqual([]);
});

it('a tape is kept once, and only if it does not say what the one beside the example says', () => {
  const named = variants.flatMap(({ name, expects, recorded }) =>
    kernelTapes(name, recorded, expects, store)
      .filter(({ isSame }) => !isSame)
      .map(({ digest }) => tapeFile(name, digest)),
  );
  expect(readdirSync('content/recordings/tapes').sort()).toEqual([...new Set(named)].sort());
});

it('a kept tape says what its name says', () => {
  for (const { name, expects, recorded } of variants)
    for (const { digest, events } of kernelTapes(name, recorded, expects, store))
      expect(digestOf(events, expects), name).toBe(digest);
});

it('what cannot be recorded on an own kernel is written in a language that it lacks', () => {
  const plain = variants.filter(({ lens }) => lens !== 'typescript');
  const refused = plain.filter(({ name }) =>
    [...store.recordings.values()].some((recordings) => typeof recordings[name] === 'object'),
  );
  expect(refused.map(({ name }) => name)).toEqual([]);
});

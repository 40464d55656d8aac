import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { deliveredBy, resultsOf } from '../../site/recordings/kept-promise.ts';
import { exampleIds, readTape, readVariants } from '../../scripts/record/read-variants.ts';
import { lensTable, lenses, type Lens } from '../../site/facts/lens-table.ts';

const variants = exampleIds().flatMap(readVariants);

test('every example is written for one lens at least', () => {
  const written = new Set(variants.map(({ id }) => id));
  expect(exampleIds().filter((id) => !written.has(id))).toEqual([]);
});

test('no file of an example is left unread', () => {
  const known = lenses.flatMap((lens) => [lensTable[lens].source, lensTable[lens].tape]);
  const files = globSync('content/examples/*/*').map((path) => basename(path));
  expect(files.filter((name) => ![...known, 'example.yaml'].includes(name))).toEqual([]);
});

/** The lens of a snippet, by what it makes its calls with; headers of C++ have no ending. */
const lensOf = (source: string): Lens | undefined => {
  if (/^#include <[a-z_]+>$/m.test(source)) return 'cpp';
  if (/ from '(?:aio|koffi)';$/m.test(source)) return 'typescript';
  if (/^#include <libaio\.h>$/m.test(source)) return 'libaio';
  return /\bsyscall\(SYS_io_/.test(source) ? 'syscall' : undefined;
};

test('every snippet is written for the lens that its name says', () => {
  const odd = variants.filter(({ lens, source }) => lensOf(source) !== lens);
  expect(odd.map(({ id, lens }) => `${id}, ${lens}`)).toEqual([]);
});

/** The examples that prove an error of io_setup. */
const errorsOfSetup = () =>
  exampleIds().filter((id) =>
    readVariants(id)[0]?.facts.proves.some((it) => it.startsWith('io_setup#')),
  );

/** Those through which an answer is seen in another way; C++ makes the calls of C. */
const ways = lenses.filter((lens) => lens !== 'cpp');

test('at least ten examples, and every error of io_setup, are seen in each way', () => {
  const lensesOf = (id: string) => readVariants(id).map(({ lens }) => lens);
  const ofLibaio = (id: string) => id.startsWith('libaio-');
  // A kernel of one's own runs C only.
  const lensesFor = (id: string) =>
    ways.filter((lens) => !readVariants(id)[0]?.facts.kernel || lensTable[lens].language === 'c');
  const partly = errorsOfSetup().filter(
    (id) => !ofLibaio(id) && lensesOf(id).length < lensesFor(id).length,
  );
  expect(partly).toEqual([]);
  const inEach = exampleIds().filter((id) => ways.every((lens) => lensesOf(id).includes(lens)));
  expect(inEach.length).toBeGreaterThan(9);
});

const severalTimes = exampleIds()
  .map(readVariants)
  .filter(({ length }) => length > 1);

describe.each(severalTimes)('$id, in each lens', (first, ...others) => {
  const skipped = (lens: Lens) => first.facts.skips?.[lens]?.calls ?? [];

  it('gets the same answers from the kernel, except for calls that a library spares it', () => {
    const results = resultsOf(readTape(first));
    for (const other of others) {
      const asked = results.filter((_, index) => !skipped(other.lens).includes(index + 1));
      expect(resultsOf(readTape(other)), other.lens).toEqual(asked);
      expect(deliveredBy(readTape(other)), other.lens).toEqual(deliveredBy(readTape(first)));
    }
  });

  it('claims to be spared only calls that it expects, by a lens that it has', () => {
    const spared = lenses.filter((lens) => skipped(lens).length > 0);
    const has = [first, ...others].map(({ lens }) => lens);
    expect(spared.filter((lens) => !has.includes(lens))).toEqual([]);
    for (const lens of spared) {
      expect(Math.max(...skipped(lens))).toBeLessThanOrEqual(first.facts.expects.length);
    }
  });
});

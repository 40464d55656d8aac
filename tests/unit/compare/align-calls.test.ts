import { expect, test } from 'vitest';
import { alignCalls } from '../../../site/compare/align-calls.ts';
import { kernelAnswer } from '../../../site/compare/kernel-answer.ts';
import { readVariants } from '../../../scripts/record/read-variants.ts';
import { tapeOf } from './tape-of.ts';

const example = (id: string) => {
  const variants = readVariants(id);
  const tapes = variants.map((variant) => ({ lens: variant.lens, rows: tapeOf(variant) }));
  return alignCalls(variants[0]!.facts, tapes);
};

test('every lens has its row beside that of the others', () => {
  const calls = example('io_setup-einval-handle');
  expect(calls.map(({ expected }) => expected.call)).toEqual(['io_setup', 'io_setup']);
  for (const { expected, rows } of calls) {
    expect(rows.map((row) => row?.name)).toEqual(rows.map(() => expected.call));
  }
});

test('a call that libaio answers by itself leaves its place empty, and the next keeps its own', () => {
  const calls = example('io_submit-poll');
  const placesOfLibaio = calls.map(({ rows }) => rows[1]?.name ?? null);
  expect(placesOfLibaio).toEqual(['io_setup', 'io_submit', null, 'io_getevents']);
  expect(calls[3]?.rows[1]?.status).toMatchObject({ returned: '1' });
});

test('the answer of the kernel is what it returned, even if one lens was spared the call', () => {
  const [setup, refused] = example('io_setup-einval-handle');
  expect(kernelAnswer(setup!.rows)).toBe('= 0');
  expect(kernelAnswer(refused!.rows)).toBe('= -22 EINVAL');
  expect(kernelAnswer([null, ...refused!.rows])).toBe('= -22 EINVAL');
  expect(kernelAnswer([null])).toBe('= ?');
});

import { existsSync, globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { callSchema } from '../../site/facts/call-schema.ts';
import { correctionSchema } from '../../site/facts/correction-schema.ts';
import { errnoMatrix } from '../../site/facts/errno-matrix.ts';
import { pagePath } from '../../site/facts/page-reference.ts';
import { errnoEntriesOf } from '../../site/facts/topics.ts';

const read = (path: string): unknown => parse(readFileSync(path, 'utf8'));
const calls = globSync('content/calls/*.yaml').map((path) => callSchema.parse(read(path)));
const corrections = z.array(correctionSchema).parse(read('content/corrections.yaml'));
const proofs = corrections.flatMap((correction) => correction.proofs);

test.each(globSync('content/docs/*/errnos.mdx'))('%s has an entry for every errno', (page) => {
  const entries = errnoEntriesOf(readFileSync(page, 'utf8'));
  expect(entries).toEqual(errnoMatrix(calls).map(({ errno }) => errno));
});

test('gives every correction an anchor of its own', () => {
  const ids = corrections.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)]);
});

test('proves corrections only by conditions, examples and pages that exist', () => {
  const stated = new Set(
    calls.flatMap(({ page, conditions }) => conditions.map(({ id }) => `${page}#${id}`)),
  );
  const missing = proofs.filter((proof) => {
    switch (proof.kind) {
      case 'condition':
        return !stated.has(proof.condition);
      case 'example':
        return !existsSync(`content/examples/${proof.example}/example.yaml`);
      case 'page':
        return !existsSync(`content/docs/en/${pagePath(proof.page)}.mdx`);
    }
  });
  expect(missing).toEqual([]);
});

test('corrects every page that a condition calls wrong', () => {
  const wrong = calls.flatMap(({ page, conditions }) =>
    conditions.filter(({ published }) => published === 'wrong').map(({ id }) => `${page}#${id}`),
  );
  const proved = proofs.flatMap((proof) => (proof.kind === 'condition' ? [proof.condition] : []));
  expect(wrong.filter((id) => !proved.includes(id))).toEqual([]);
});

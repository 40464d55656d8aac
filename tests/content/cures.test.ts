import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { byLikelihood } from '../../site/facts/call-schema.ts';
import { conditionSentence } from '../../site/facts/condition-sentence.ts';
import { cureSchema } from '../../site/facts/cure-schema.ts';
import { completeLanguages } from '../../site/facts/localized.ts';
import { manualPages, readCalls } from './manual/pages.ts';

const cures = new Map(
  globSync('content/cures/*.yaml').map((path) => [
    basename(path, '.yaml'),
    cureSchema.parse(parse(readFileSync(path, 'utf8'))),
  ]),
);
const calls = readCalls();
const pages = manualPages();

/** Errnos that are about the machine: no change to the program's arguments cures them. */
const ofTheMachine = [
  'EACCES',
  'EDQUOT',
  'EFBIG',
  'EIO',
  'ENOMEM',
  'ENOSPC',
  'ENOSYS',
  'EOPNOTSUPP',
];

/** What a call is not permitted to do, somebody may permit; a file that is sealed stays sealed. */
const isPermission = ({ errno, shows }: { errno: string; shows: string }): boolean =>
  errno === 'EPERM' && shows === 'return-value';

/** A retry may help once something has changed outside the program. */
const mayHelp = ['later', 'other-kernel'];

describe.each(calls)('$page', ({ page, conditions }) => {
  test('says what to do where a retry or another machine may help', () => {
    const outside = conditions.filter(
      (one) => mayHelp.includes(one.retry) || ofTheMachine.includes(one.errno) || isPermission(one),
    );
    expect(outside.filter(({ cure }) => cure === undefined).map(({ id }) => id)).toEqual([]);
  });

  test('names only cures that exist', () => {
    const named = conditions.flatMap(({ cure }) => cure ?? []);
    expect(named.filter((name) => !cures.has(name))).toEqual([]);
  });

  test('names the kernel function that answers, wherever the kernel is what answers', () => {
    const answered = conditions.filter(({ step, shows }) => step > 0 && shows === 'return-value');
    expect(answered.filter((one) => one.function === undefined).map(({ id }) => id)).toEqual([]);
    const before = conditions.filter(({ step }) => step === 0);
    expect(before.filter((one) => one.function !== undefined)).toEqual([]);
  });

  test.each(completeLanguages)('lists the conditions of an errno by likelihood in %s', (lang) => {
    const mdx = pages.find(({ path }) => path === `man2/${page}.mdx`)?.sources[lang] ?? '';
    for (const group of mdx.split('<ErrorGroup ').slice(1)) {
      const ids = Array.from(group.matchAll(/<ErrorCondition id="([^"]+)"/g), ([, id]) => id);
      const listed = ids.flatMap((id) => conditions.filter((one) => one.id === id));
      const errno = listed[0]?.errno;
      expect(
        listed.map(({ id }) => id),
        errno,
      ).toEqual(listed.toSorted(byLikelihood).map(({ id }) => id));
    }
  });

  test.each(completeLanguages)('begins each condition with a sentence of its own in %s', (lang) => {
    const mdx = pages.find(({ path }) => path === `man2/${page}.mdx`)?.sources[lang] ?? '';
    const without = conditions.filter(({ id }) => conditionSentence(mdx, id) === null);
    expect(without.map(({ id }) => id)).toEqual([]);
  });
});

test('has no cure that nobody needs', () => {
  const named = calls.flatMap(({ conditions }) => conditions.map(({ cure }) => cure));
  expect([...cures.keys()].filter((name) => !named.includes(name))).toEqual([]);
});

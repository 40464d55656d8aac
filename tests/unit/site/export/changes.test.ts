import { expect, test } from 'vitest';
import { changesOf, lastChange, readChanges } from '../../../../site/export/changes.ts';
import { renderFeed } from '../../../../site/export/feed.ts';
import { manualOfFiles } from './manual-of-files.ts';

const log = [
  '\x1e2026-11-21T02:00:00+01:00\x1fSay <more> of it\x1f\n\ncontent/docs/fr/man2/io_setup.mdx\n',
  '\x1e2026-11-20T12:00:00Z\x1fState a fact\x1f\n\ncontent/calls/io_setup.yaml\ncontent/x\n',
].join('');
const changes = readChanges(() => log);
const { pages } = manualOfFiles();

test('knows a page’s changes by its text and by its facts', () => {
  const subjects = (...of: Parameters<typeof changesOf>) =>
    changesOf(...of).map(({ subject }) => subject);
  expect(subjects(changes, 'fr', 'man2/io_setup', { call: 'io_setup' })).toEqual([
    'Say <more> of it',
    'State a fact',
  ]);
  expect(subjects(changes, 'ru', 'man2/io_setup', { call: 'io_setup' })).toEqual(['State a fact']);
  expect(subjects(changes, 'ru', 'man2/io_submit', { call: 'io_submit' })).toEqual([]);
});

test('counts time in UTC', () => {
  expect(lastChange(changes, 'fr', 'man2/io_setup', {})?.date).toBe('2026-11-21T01:00:00Z');
});

test('knows no change where there is no git', () => {
  const absent = () => {
    throw new Error('spawn git ENOENT');
  };
  expect(readChanges(absent)).toEqual([]);
});

test('feeds a page once for each day on which it changed, with what was said of it', () => {
  const feed = renderFeed('fr', pages, changes, 'https://man.example');
  const ids = Array.from(feed.matchAll(/<id>(.*io_setup.*)<\/id>/g), ([, id]) => id);
  expect(ids).toEqual([
    'https://man.example/fr/man2/io_setup/?changed=2026-11-21',
    'https://man.example/fr/man2/io_setup/?changed=2026-11-20',
  ]);
  // Escaped twice: it is HTML inside of XML.
  expect(feed).toContain('&#60;li&#62;Say &#38;#60;more&#38;#62; of it&#60;/li&#62;');
});

test('feeds each page with the day of its check where there is no git', () => {
  const feed = renderFeed('en', pages, [], 'https://man.example');
  expect(feed.match(/<entry>/g)).toHaveLength(pages.filter(({ lang }) => lang === 'en').length);
  expect(feed).not.toContain('<content');
});

import { expect, it } from 'vitest';
import type { UnstampedEvent } from '../../../playground-server/protocol/index.ts';
import {
  callList,
  lineResult,
  lineResults,
} from '../../../site/playground/view/source/line-result.ts';
import { createWords } from '../../../site/words/words.ts';
import { after, einval, entry, exit } from './events.ts';

const context = {
  id: 'first',
  words: createWords('en', {
    'playground.errnoUnchanged': 'errno unchanged',
    'playground.returns': 'returns {{value}}',
    'playground.times': '{{count}} calls',
    'playground.timesBeyond': '{{count}} calls, the last on the tape is shown',
  }),
  explain: { ofCall: () => '/en/man2/io_setup/#einval-nr-zero', ofEvent: () => null },
};

const looped = after(entry(1), exit(1), entry(2), exit(2, '-1', einval));

const shown = (run: typeof looped) => {
  const result = lineResults(run, context)[0]!;
  return lineResult(result, context, { calls: callList(result, context.words) });
};

it('shows the last call of a line, and tells all of them', () => {
  expect(lineResults(looped, context)).toMatchObject([
    {
      call: 2,
      tone: 'failed',
      value: '= -1',
      errno: 'EINVAL',
      href: '/en/man2/io_setup/#einval-nr-zero',
    },
  ]);
  const { markup } = shown(looped);
  expect(markup).toMatch(/<button[^>]*aria-label="2 calls"[^>]*>\s*×2<\/button/);
  expect(markup).toContain('1. io_setup = 0');
  expect(markup).toContain('2. io_setup = -1 EINVAL');
});

it('says what the variable holds where that is not the value shown: after a wrapper of libaio', () => {
  const failed = (convention: 'syscall' | 'libaio') =>
    lineResults(
      after(entry(1), { ...exit(1, '-1', einval), convention } as UnstampedEvent),
      context,
    )[0];
  expect(failed('libaio')?.held).toBe('returns -22, errno unchanged');
  expect(failed('syscall')?.held).toBeNull();
});

it('shows dots for a call that waits', () => {
  expect(lineResults(after(entry(1)), context)[0]).toMatchObject({ value: '= …', tone: 'waiting' });
});

it('lists the last of ten thousand calls of a line, and counts all', () => {
  const calls = Array.from({ length: 120 }, (_, at) => [entry(at + 1), exit(at + 1)]).flat();
  const [result] = lineResults(after(...calls), context);
  expect(result).toMatchObject({ count: 120 });
  const { markup } = shown(after(...calls));
  expect(markup).toContain('×120');
  expect(markup).toContain('120. io_setup = 0');
  expect(markup.match(/role="listitem"/g)!.length).toBeLessThan(60);
});

it('counts the calls for which the tape had no room, and lines of which it has none', () => {
  const calls = [
    { name: 'io_setup', line: 9, count: 5, failed: 0 },
    { name: 'io_destroy', line: 9, count: 2, failed: 0 },
    { name: 'io_submit', line: 99, count: 1, failed: 0 },
    { name: 'io_submit', line: null, count: 3, failed: 0 },
  ];
  const run = after(entry(1), exit(1), { kind: 'untold', calls });
  const [full, unseen, ...others] = lineResults(run, context);
  expect(full).toMatchObject({ line: 9, call: 1, value: '= 0', count: 8, told: 1 });
  expect(callList(full!, context.words).markup).toMatch(/1\. io_setup = 0.*>2\. … 8\.</s);
  expect(lineResult(full!, context).markup).toContain('8 calls, the last on the tape is shown');
  expect(unseen).toMatchObject({ line: 99, call: null, count: 1 });
  const { markup } = lineResult(unseen!, context);
  expect(markup).toContain('×1');
  expect(markup).not.toContain('<a ');
  expect(others).toEqual([]);
});

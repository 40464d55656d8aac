import { expect, it } from 'vitest';
import { untoldList } from '../../../site/playground/view/tape/untold-list.ts';
import { createWords } from '../../../site/words/words.ts';

const words = createWords('en', {
  'playground.untold_other': '{{count}} more calls',
  'playground.untoldFailed': '{{failed}} failed',
  'playground.untoldOthers': 'other lines: {{others}}',
});
const context = { id: 'a', words, explain: { ofCall: () => null, ofEvent: () => null } };

it('lists the lines with the most calls, and counts all', () => {
  const calls = Array.from({ length: 14 }, (_, at) => ({
    ...{ name: 'io_submit', line: at + 1 },
    ...{ count: 1000 * (at + 1), failed: at === 13 ? 3 : 0 },
  }));
  const shown = untoldList({ calls, others: 5 }, context)
    .markup.replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ');
  expect(shown).toContain(
    '105,005 more calls 14 io_submit ×14,000, 3 failed 13 io_submit ×13,000 ',
  );
  expect(shown).toContain('3 io_submit ×3,000 other lines: 3,005');
});

import { expect, it } from 'vitest';
import { linesNow } from '../../../site/playground/client/lines-now.ts';

const follow = (before: string[], now: string[]) => {
  const find = linesNow(before.join('\n'), now.join('\n'));
  return before.map((_, at) => {
    const found = find(at + 1);
    return found && `${found.line}${found.isChanged ? ' changed' : ''}`;
  });
};

it('an unchanged source keeps its lines', () => {
  expect(follow(['a', 'b'], ['a', 'b'])).toEqual(['1', '2']);
});

it('lines move with what is inserted or taken out above them', () => {
  expect(follow(['a', 'b', 'c'], ['new', 'a', 'b', 'c'])).toEqual(['2', '3', '4']);
  expect(follow(['a', 'b', 'c'], ['a', 'c'])).toEqual(['1', null, '2']);
});

it('only what was rewritten counts as changed, at several places at once', () => {
  expect(follow(['a', 'b', 'c', 'd', 'e'], ['A', 'b', 'c', 'D', 'x', 'e'])).toEqual([
    '1 changed',
    '2',
    '3',
    '4 changed',
    '6',
  ]);
});

it('a line that is gone is nowhere, and so is one that never was', () => {
  expect(follow(['a', 'b', 'c'], ['z'])).toEqual(['1 changed', null, null]);
  expect(linesNow('a', 'a\nb')(2)).toBeNull();
});

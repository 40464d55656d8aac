import { expect, test } from 'vitest';
import { whenNew } from '../../../site/embed/frame/when-new.ts';

test('a wish is heeded when it is new, not each time it is repeated', () => {
  const heeded: unknown[] = [];
  const heed = whenNew((wish: { lines: number[] }) => heeded.push(wish));
  for (const lines of [[1], [1], [2], [1]]) heed({ lines });
  expect(heeded).toEqual([{ lines: [1] }, { lines: [2] }, { lines: [1] }]);
});

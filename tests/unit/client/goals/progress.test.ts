import { expect, it } from 'vitest';
import { createProgress } from '../../../../site/playground/client/goals/progress.ts';
import { storage } from '../storage.ts';

it('remembers each goal, and forgets all of them when it is cleared', () => {
  const kept = storage();
  const progress = createProgress(kept);
  expect(progress.of('ring-full')).toEqual({
    tries: 0,
    hints: 0,
    sawSolution: false,
    metAtMs: null,
  });
  progress.note('ring-full', { tries: 2 });
  progress.note('a-write', { metAtMs: 5 });
  const later = createProgress(kept);
  expect(later.note('ring-full', { metAtMs: 9 })).toMatchObject({ tries: 2, metAtMs: 9 });
  expect(Object.keys(later.all().goals)).toEqual(['ring-full', 'a-write']);
  later.clear();
  expect(later.all()).toEqual({ goals: {} });
});

it('begins anew where the storage holds something else, or throws', () => {
  const broken = storage();
  broken.setItem('live-man:goals', '[');
  expect(createProgress(broken).all()).toEqual({ goals: {} });
  const refuse = () => {
    throw new Error('switched off');
  };
  const off = createProgress({ getItem: refuse, setItem: refuse, removeItem: refuse });
  expect(off.note('a-write', { tries: 1 })).toMatchObject({ tries: 1 });
  off.clear();
});

import { expect, it } from 'vitest';
import { createProgress } from '../../../../site/playground/client/goals/progress.ts';
import { readProgress } from '../../../../site/playground/client/goals/read-progress.ts';
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
  expect(later.all()).toEqual({ goals: {}, conditions: [], isAsked: false });
});

it('begins anew where the storage holds something else, or throws', () => {
  const broken = storage();
  broken.setItem('live-man:goals', '[');
  expect(createProgress(broken).all().goals).toEqual({});
  const refuse = () => {
    throw new Error('switched off');
  };
  const off = createProgress({ getItem: refuse, setItem: refuse, removeItem: refuse });
  expect(off.note('a-write', { tries: 1 })).toMatchObject({ tries: 1 });
  off.clear();
});

it('notes error conditions once a goal is met or the reader asks, and not before', () => {
  const [byGoal, byWish] = [createProgress(storage()), createProgress(storage())];
  for (const progress of [byGoal, byWish]) progress.meet(['io_setup#einval-nr-zero']);
  expect(byGoal.all().conditions).toEqual([]);
  byGoal.note('a-write', { metAtMs: 1 });
  byWish.askForConditions();
  for (const progress of [byGoal, byWish]) {
    progress.meet(['io_setup#einval-nr-zero']);
    progress.meet(['io_submit#ebadf-not-open', 'io_setup#einval-nr-zero']);
    expect(progress.all().conditions).toEqual([
      'io_setup#einval-nr-zero',
      'io_submit#ebadf-not-open',
    ]);
  }
});

it('adds what another browser exported, and loses nothing of its own', () => {
  const [here, there] = [createProgress(storage()), createProgress(storage())];
  here.note('a-write', { tries: 1, metAtMs: 9 });
  here.note('a-read', { hints: 1 });
  there.note('a-write', { tries: 3, metAtMs: 5 });
  there.note('ring-full', { metAtMs: 7 });
  there.meet(['io_submit#eagain-ring-full']);
  here.add(readProgress(JSON.stringify(there.all()))!);
  expect(here.all().goals).toMatchObject({
    'a-write': { tries: 3, metAtMs: 5 },
    'a-read': { hints: 1, metAtMs: null },
    'ring-full': { metAtMs: 7 },
  });
  expect(here.all().conditions).toEqual(['io_submit#eagain-ring-full']);
});

it.each([
  ['no JSON', '{"goals"'],
  ['no object', '[]'],
  ['another file', '{"name":"live-man"}'],
  ['no goals', '{"goals":null}'],
])('takes %s for no progress', (_, text) => expect(readProgress(text)).toBeNull());

it('leaves out of a file, or of what an older version kept, what is not of its kind', () => {
  const kept = storage();
  kept.setItem(
    'live-man:goals',
    '{"goals":{"a-read":null,"a-write":{"tries":"2"},"__proto__":{"metAtMs":1}},"conditions":[1,"x"]}',
  );
  const progress = createProgress(kept);
  const untouched = { tries: 0, hints: 0, sawSolution: false, metAtMs: null };
  expect(progress.all()).toEqual({
    goals: { 'a-write': untouched },
    conditions: [],
    isAsked: false,
  });
  expect(progress.notesConditions).toBe(false);
});

import { expect, it } from 'vitest';
import { partOfRuns, type Part } from '../../machines/part-of-runs.ts';

const places = Array.from({ length: 100 }, (_, place) => place);
const placesOf = ({ has }: Part) => places.filter(has);

it('thirteen runs, an hour apart, try everything once', () => {
  const tried = Array.from({ length: 13 }, (_, hour) =>
    partOfRuns(undefined, hour * 3_600_000, 13),
  );
  expect(tried.flatMap(placesOf).sort((a, b) => a - b)).toEqual(places);
});

it('a part can be asked for, by the name that a run printed, or all', () => {
  expect(partOfRuns('7', 0, 13).name).toBe('part 7 of 13');
  expect(placesOf(partOfRuns('7', 0, 13))).toEqual(places.filter((place) => place % 13 === 6));
  expect(placesOf(partOfRuns('all', 0, 13))).toEqual(places);
  expect(() => partOfRuns('some', 0, 13)).toThrow('KERNEL_PART');
});

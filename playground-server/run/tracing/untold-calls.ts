import type { UnstampedEvent, UntoldCalls } from '../../protocol/index.ts';

/** A line, and what it called. */
export type UntoldPlace = Pick<UntoldCalls, 'name' | 'line'>;

/** Most places that are told apart: a program of 64 KiB has more lines than anybody reads. */
const mostPlaces = 256;

const numbersOfPlace = 2;

/** Where calls that the tape has no room for are counted: the thread that traces them adds, and the main thread reads. */
export const untoldBytes = (mostPlaces + 1) * numbersOfPlace * Int32Array.BYTES_PER_ELEMENT;

/** Counts calls that the tape has no room for, by their places. */
export class UntoldCounter {
  readonly #numbers: Int32Array;
  readonly #places = new Map<string, number>();
  readonly #met: (place: UntoldPlace) => void;

  /** @param met told of each place when it is met first, in the order of their numbers */
  constructor(shared: SharedArrayBuffer, met: (place: UntoldPlace) => void) {
    this.#numbers = new Int32Array(shared);
    this.#met = met;
  }

  /** Returns the number of its place. */
  add({ name, line }: UntoldPlace): number {
    const key = `${line} ${name}`;
    const place = this.#places.get(key) ?? this.#meet(key, { name, line });
    Atomics.add(this.#numbers, place * numbersOfPlace, 1);
    return place;
  }

  /** A call that was counted has failed. */
  addFailure(place: number): void {
    Atomics.add(this.#numbers, place * numbersOfPlace + 1, 1);
  }

  #meet(key: string, place: UntoldPlace): number {
    const next = this.#places.size;
    // All others are counted as one, behind those that are told apart.
    if (next >= mostPlaces) return mostPlaces;
    this.#places.set(key, next);
    this.#met(place);
    return next;
  }
}

/** The event that tells of the calls so far; null if the tape had room for all. */
export function untoldEvent(
  shared: SharedArrayBuffer,
  places: readonly UntoldPlace[],
): UnstampedEvent | null {
  if (places.length === 0) return null;
  const numbers = new Int32Array(shared);
  const of = (place: number) => ({
    count: Atomics.load(numbers, place * numbersOfPlace),
    failed: Atomics.load(numbers, place * numbersOfPlace + 1),
  });
  const calls = places
    .map((place, at) => ({ ...place, ...of(at) }))
    .filter(({ count }) => count > 0);
  const others = of(mostPlaces).count;
  return { kind: 'untold', calls, ...(others > 0 && { others }) };
}

import { inOrderOfRelease } from '../facts/recordings/kernel-release.ts';
import type { Words } from '../words/words.ts';
import { kernelSpan, rangesIn, type KernelRange } from './kernel-span.ts';
import type { KernelGroup } from './kernel-groups.ts';
import type { Sighting } from './sightings.ts';

/** What a badge says. */
export interface SeenText {
  /** in short: `Linux 5.10–7.2` */
  short: string;
  /** each kernel that was tried */
  whole: string;
}

/** Where something was seen, in the reader's language; null if on no kernel. */
export function seenText(
  seen: readonly Sighting[],
  since: string | null,
  words: Words,
): SeenText | null {
  const span = kernelSpan(seen, since);
  if (span === null) return null;
  const short =
    span.kind === 'since'
      ? words.say('constant.since', { version: span.release })
      : words.say('evidence.example', { kernel: rangesText(span.ranges) });
  return { short, whole: wholeText(seen, words) };
}

/** `5.10–6.1, 6.18`: in figures, which all languages read. */
export const rangesText = (ranges: readonly KernelRange[]): string =>
  ranges.map(([oldest, newest]) => (oldest === newest ? oldest : `${oldest}–${newest}`)).join(', ');

/** The kernels of one group, among those of all: `5.10–6.1`. */
export function kernelNames(own: readonly string[], groups: readonly KernelGroup[]): string {
  const all = inOrderOfRelease(groups.flatMap(({ kernels }) => kernels));
  return rangesText(
    rangesIn(all.map((kernel) => ({ kernel, isSeen: own.includes(kernel), isTooOld: false }))),
  );
}

function wholeText(seen: readonly Sighting[], { lang, say }: Words): string {
  const list = (some: readonly Sighting[]) =>
    new Intl.ListFormat(lang, { type: 'conjunction' }).format(some.map(({ kernel }) => kernel));
  const kernels = list(seen.filter(({ isSeen }) => isSeen));
  const others = seen.filter(({ isSeen, isTooOld }) => !isSeen && !isTooOld);
  return others.length === 0
    ? say('kernels.seenOn', { kernels })
    : say('kernels.seenOnSome', { kernels, others: list(others) });
}

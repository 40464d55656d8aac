import type { Lang } from '../../../site/facts/localized.ts';
import type { Passage } from './passage.ts';

/** A fault that a pattern finds, what to write instead, and a proof that it finds it. */
export interface Rule {
  langs: readonly Lang[];
  pattern: RegExp;
  advice: string;
  /** Whether the pattern looks at the words alone, or at the code among them as well. */
  reads: 'text' | 'full';
  wrong: string;
  right: string;
}

/** One line a fault: where, what was found with a little of what surrounds it, what to do. */
export function faultsIn(passage: Passage, rules: readonly Rule[]): string[] {
  return rules
    .filter(({ langs }) => langs.includes(passage.lang))
    .flatMap(({ pattern, advice, reads }) =>
      Array.from(passage[reads].matchAll(pattern), (match) => {
        const around = excerpt(passage[reads], match.index, match[0].length);
        return `${passage.where}: “${around}”: ${advice}`;
      }),
    );
}

const excerpt = (text: string, start: number, length: number) =>
  text.slice(Math.max(0, start - 15), start + length + 15);

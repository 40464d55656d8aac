import { languages } from '../../../site/facts/localized.ts';
import type { CallFacts } from '../../../site/facts/call-schema.ts';
import type { Rule } from './rule.ts';

/** Facts that a page gets from content/calls through a component, and may not type. */
export function typedFactRules(calls: CallFacts[]): Rule[] {
  const numbers = calls.map(({ numbers: { x86_64 } }) => x86_64).join('|');
  const rules = [
    {
      pattern: /(?:Linux|kernel|noyau|ядр\p{L}+)\s+\d+\.\d+/giu,
      advice: 'a kernel version comes from the facts: Since, ErrorCondition, Provenance',
      wrong: 'since Linux 4.18',
      right: 'Linux has it',
    },
    {
      pattern: /\berrno\s+\d+|\bE[A-Z]{3,}\s*[(=:]\s*[-−]?\d+/gu,
      advice: 'the number of an errno comes from content/errnos: ErrorGroup shows it',
      wrong: 'EINVAL (22)',
      right: 'EINVAL, in 2 cases',
    },
    {
      pattern: new RegExp(`(?<![\\d.,])(?:${numbers})(?![\\d.,])`, 'gu'),
      advice: 'the number of a call comes from content/calls: Synopsis shows it',
      wrong: `call ${calls[0]?.numbers.x86_64}`,
      right: 'call number',
    },
  ];
  return rules.map((rule) => ({ ...rule, langs: languages, reads: 'full' }));
}

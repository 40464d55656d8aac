import { languages } from '../../../site/facts/localized.ts';
import type { CallFacts } from '../../../site/facts/call-schema.ts';
import type { StructFacts } from '../../../site/facts/struct-schema.ts';
import type { Rule } from './rule.ts';

/** Facts that a page gets from the facts through a component, and may not type. */
export function typedFactRules(calls: CallFacts[], structs: StructFacts[]): Rule[] {
  const versions = versionsOf(calls, structs).map((version) => version.replaceAll('.', '\\.'));
  const numbers = calls.map(({ numbers: { x86_64 } }) => x86_64).join('|');
  const rules = [
    {
      pattern: new RegExp(
        `(?:Linux|kernel|noyau|ядр\\p{L}+)\\s+(?:${versions.join('|')})(?!\\d|\\.\\d)`,
        'giu',
      ),
      advice: 'a kernel version comes from the facts: Since, ErrorCondition, Provenance',
      wrong: 'since Linux 2.5',
      right: 'before Linux 1.0',
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

/** The kernel versions that the facts know: since when there is what, and where it was seen. */
function versionsOf(calls: CallFacts[], structs: StructFacts[]): string[] {
  const named = [
    ...calls.flatMap(({ since, conditions, provenance }) => [
      since,
      provenance.seenOn.kernel,
      ...conditions.map((condition) => condition.since),
    ]),
    ...structs.flatMap(({ constants }) => constants.map(({ since }) => since)),
  ];
  return [...new Set(named.flatMap((version) => version ?? []))];
}

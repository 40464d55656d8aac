import type { z } from 'zod';
import {
  answerRuleSchema,
  refusableCalls,
  conditionsSchema,
  runRequestSchema,
} from '../protocol/index.ts';
import { quote } from './rejection.ts';

const knownFields: Record<string, readonly string[]> = {
  '': Object.keys(runRequestSchema.shape),
  conditions: Object.keys(conditionsSchema.shape),
  'conditions.refuse': refusableCalls,
  'conditions.answer.N': Object.keys(answerRuleSchema.shape),
  'conditions.answer.N.event': ['res', 'errno'],
};

/** One sentence: which field is wrong, and what is expected there. */
export function describeIssue(issue: z.core.$ZodIssue): string {
  const field = issue.path.join('.');
  const subject = field ? `"${field}"` : 'The body';
  switch (issue.code) {
    case 'invalid_type':
      return `${subject} must be ${withArticle(issue.expected)}.`;
    case 'invalid_value':
      return `${subject} must be ${issue.values.map((value) => JSON.stringify(value)).join(' or ')}.`;
    case 'too_big':
      return issue.origin === 'array'
        ? `${subject} may have ${issue.maximum} entries at most.`
        : `${subject} must be at most ${issue.maximum}.`;
    case 'too_small':
      return `${subject} must be at least ${issue.minimum}.`;
    case 'unrecognized_keys':
      return `${subject} has no field ${quote(issue.keys[0] ?? '')}; it may have ${(knownFields[field.replace(/\.\d+/, '.N')] ?? []).join(', ')}.`;
    default:
      return `${subject} is wrong: ${issue.message}.`;
  }
}

function withArticle(expected: string): string {
  if (expected === 'int') return 'a whole number';
  return /^[aeiou]/.test(expected) ? `an ${expected}` : `a ${expected}`;
}

import { describe, expect, it } from 'vitest';
import { missingOfRule } from '../../../site/playground/view/conditions/complete-rule.ts';

describe('what is missing of a rule', () => {
  it.each([
    ['fsy', 'nc'],
    ['pw', 'rite'],
    ['io_submit:er', 'ror='],
    ['io_submit:error=EIO:wh', 'en='],
    ['io_submit:error=EIO\nftr', 'uncate'],
  ])('%j is %j', (typed, missing) => expect(missingOfRule(typed, typed.length)).toBe(missing));

  it.each(['', 'f', 'open', 'fsync', 'xyz', 'io_submit:error=EA', 'io_submit:'])(
    '%j is nothing that is known',
    (typed) => expect(missingOfRule(typed, typed.length)).toBe(''),
  );

  it('is nothing within a word, and is told of the line with the caret', () => {
    expect(missingOfRule('fsync', 3)).toBe('');
    expect(missingOfRule('fsy\nio_submit:error=EIO', 3)).toBe('nc');
  });
});

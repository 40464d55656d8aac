import { describe, expect, it } from 'vitest';
import english from '../../../content/i18n/en.json' with { type: 'json' };
import french from '../../../content/i18n/fr.json' with { type: 'json' };
import type { Conditions } from '../../../playground-server/protocol/index.ts';
import { conditionsForm } from '../../../site/playground/view/conditions/conditions-form.ts';
import { conditionsText } from '../../../site/playground/view/conditions/conditions-text.ts';
import {
  areSameConditions,
  readConditions,
  withUser,
} from '../../../site/playground/view/conditions/read-conditions.ts';
import { createWords } from '../../../site/words/words.ts';

const words = createWords('en', english);

/** What is chosen in the controls that the form has been built with. */
function chosenIn(conditions: Conditions): (name: string) => string {
  const { markup } = conditionsForm(conditions, 'first', words);
  return (name) => {
    const input = new RegExp(`<input[^>]*name="${name}"[^>]*value="(\\d*)"`).exec(markup);
    const [, options = ''] =
      new RegExp(`<select name="${name}"[^>]*>(.*?)</select>`, 's').exec(markup) ?? [];
    const [, area] =
      new RegExp(`<textarea[^>]*name="${name}"[^>]*>\n(.*?)</textarea`, 's').exec(markup) ?? [];
    return area ?? input?.[1] ?? /value="([\w-]*)" selected/.exec(options)?.[1] ?? '';
  };
}

describe('the conditions', () => {
  it.each<[Conditions]>([
    [{ addressSpaceMiB: 16 }],
    [{ refuse: { io_setup: 'ENOSYS', io_cancel: 'EPERM' } }],
    [{ scratch: 'disk' }],
    [
      {
        answer: [
          { call: 'io_submit', errno: 'EAGAIN', from: 2 },
          { call: 'io_setup', errno: 'EIO' },
        ],
      },
    ],
    [{ scratch: 'disk-4k' }],
    [{ addressSpaceMiB: 64, refuse: { io_submit: 'EPERM' }, scratch: 'disk' }],
  ])('come out of their controls as they went in: %j', (conditions) => {
    expect(readConditions(chosenIn(conditions))).toEqual(conditions);
  });

  it('are none where nothing is asked for', () => {
    expect(readConditions(chosenIn({}))).toBeUndefined();
  });

  it('are the same whatever the order, and with tmpfs named or not', () => {
    expect(areSameConditions(undefined, { scratch: 'tmpfs' })).toBe(true);
    expect(areSameConditions({}, { addressSpaceMiB: 16 })).toBe(false);
    expect(areSameConditions({}, { user: 'root' })).toBe(true);
    expect(areSameConditions({}, { user: 'nobody' })).toBe(false);
  });

  it('have a user only where it is not root', () => {
    expect(withUser({ scratch: 'disk' }, 'nobody')).toEqual({ scratch: 'disk', user: 'nobody' });
    expect(withUser({ scratch: 'disk', user: 'nobody' }, 'root')).toEqual({ scratch: 'disk' });
    expect(withUser({ user: 'nobody' }, 'root')).toBeUndefined();
  });

  it('are named in a line', () => {
    expect(conditionsText({ refuse: { io_setup: 'ENOSYS' }, scratch: 'disk' }, words)).toBe(
      'io_setup: ENOSYS · on disk (ext4)',
    );
    expect(conditionsText(undefined, words)).toBe('as usual');
    expect(conditionsText({ user: 'nobody' }, words)).toBe('as nobody');
    expect(conditionsText({ refuse: { io_setup: 'ENOSYS' } }, createWords('fr', french))).toBe(
      'io_setup\u00A0: ENOSYS',
    );
  });
});

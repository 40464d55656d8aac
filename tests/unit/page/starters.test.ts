import { expect, it } from 'vitest';
import { languages } from '../../../playground-server/protocol/index.ts';
import { starterOf, starters } from '../../../site/playground/page/starters.ts';

it.each(languages)('a reader can begin anew in %s', (language) => {
  expect(starterOf(`#new-${language}`)).toBe(language);
  expect(starters[language]).toContain('io_setup');
});

it.each(['', '#new-', '#new-basic', '#new-constructor', '#new-c ', '#einval'])(
  'a fragment that names no starter is left alone: %j',
  (hash) => {
    expect(starterOf(hash)).toBeNull();
  },
);

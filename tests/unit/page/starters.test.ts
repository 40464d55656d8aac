import { expect, it } from 'vitest';
import { languages } from '../../../playground-server/protocol/index.ts';
import { starterId, starterOf } from '../../../site/playground/page/starters.ts';
import { languageRows } from '../../../site/playground/view/languages/language-table.ts';

it.each(languages)('a reader can begin anew in %s', (language) => {
  expect(starterOf(`#${starterId(language)}`)).toBe(language);
  expect(languageRows[language].starter).toContain('io_setup');
});

it.each(['', '#new-', '#new-basic', '#new-constructor', '#new-c ', '#einval'])(
  'a fragment that names no starter is left alone: %j',
  (hash) => {
    expect(starterOf(hash)).toBeNull();
  },
);

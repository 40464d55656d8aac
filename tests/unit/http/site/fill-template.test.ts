import { expect, it } from 'vitest';
import { fillTemplate } from '../../../../playground-server/http/site/fill-template.ts';

it('a value stands in its slot as text, wherever the slot is', () => {
  const page = '<title>%%title%%</title><a title="%%title%%">';
  expect(fillTemplate(page, { title: `<b>"it's" & more` })).toBe(
    '<title>&#60;b&#62;&#34;it&#39;s&#34; &#38; more</title>' +
      '<a title="&#60;b&#62;&#34;it&#39;s&#34; &#38; more">',
  );
});

it('a slot without a value shows what it has for that', () => {
  expect(fillTemplate('%%title|Shared snippet%%, %%calls%%.', { title: null })).toBe(
    'Shared snippet, .',
  );
});

it('a value that looks like a slot is shown as it is', () => {
  expect(fillTemplate('%%a%% %%b%%', { a: '%%b%% $& $1', b: 'x' })).toBe('%%b%% $&#38; $1 x');
});

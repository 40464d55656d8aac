import { expect, it } from 'vitest';
import { escapeHtml } from '../../../playground-server/protocol/escape-html.ts';

it('nothing that ends a text or an attribute stays as it is', () => {
  expect(escapeHtml(`</title> "a" 'b' &lt;`)).toBe(
    '&#60;/title&#62; &#34;a&#34; &#39;b&#39; &#38;lt;',
  );
});

it('all else stays as it is', () => {
  expect(escapeHtml('é — ввод 😀 `$1` \n\t')).toBe('é — ввод 😀 `$1` \n\t');
});

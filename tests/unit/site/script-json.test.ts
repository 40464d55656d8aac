import { expect, it } from 'vitest';
import { scriptJson } from '../../../site/markup/script-json.ts';

it('a text that ends a script element ends none, and is still the same text', () => {
  const facts = { title: '</script><script>alert(1)</script><!--' };
  expect(scriptJson(facts)).not.toContain('<');
  expect(JSON.parse(scriptJson(facts))).toEqual(facts);
});

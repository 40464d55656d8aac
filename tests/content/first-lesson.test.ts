import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { exampleSchema } from '../../site/facts/example-schema.ts';
import { completeLanguages } from '../../site/facts/localized.ts';

const shown = /<Example id="([\w-]+)"/g;

test.each(completeLanguages)(
  'the first lesson in %s begins its page, and its steps are in order',
  (lang) => {
    const page = readFileSync(`content/docs/${lang}/man7/aio-native.mdx`, 'utf8');
    const titles = Array.from(page.matchAll(shown), ([, id = '']) => {
      const facts = exampleSchema.parse(
        parse(readFileSync(`content/examples/${id}/example.yaml`, 'utf8')),
      );
      return facts.title[lang] ?? '';
    });
    expect(titles.slice(0, 4).map((title) => /^\p{L}+ (\d)/u.exec(title)?.[1])).toEqual([
      '1',
      '2',
      '3',
      '4',
    ]);
  },
);

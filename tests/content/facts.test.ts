import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { callSchema } from '../../site/facts/call-schema.ts';
import { familySchema } from '../../site/facts/family-schema.ts';
import { exampleSchema } from '../../site/facts/example-schema.ts';
import { librarySchema } from '../../site/facts/library-schema.ts';
import { pagePath } from '../../site/facts/page-reference.ts';
import { sectionsOf, sectionIds } from '../../site/facts/sections.ts';
import { pathTo } from '../../site/facts/volumes.ts';

const read = (path: string): unknown => parse(readFileSync(path, 'utf8'));
const idsIn = (mdx: string) =>
  Array.from(mdx.matchAll(/<ErrorCondition id="([^"]+)"/g), ([, id]) => id);

const examples = new Map(
  globSync('content/examples/*/example.yaml').map((path) => [
    basename(dirname(path)),
    exampleSchema.parse(read(path)),
  ]),
);
const calls = globSync('content/calls/*.yaml').map((path) => callSchema.parse(read(path)));

describe.each(calls)('$page', ({ page: name, conditions }) => {
  test('names an example that proves each condition it has one for', () => {
    const unproved = conditions.filter(
      ({ id, evidence }) =>
        evidence.kind === 'example' &&
        !examples.get(evidence.example)?.proves.includes(`${name}#${id}`),
    );
    expect(unproved).toEqual([]);
  });

  test('proves what an event carries by an event that carries it', () => {
    const undelivered = conditions.filter(
      ({ shows, errno, evidence }) =>
        shows === 'event-res' &&
        evidence.kind === 'example' &&
        !examples.get(evidence.example)?.delivers?.includes(errno),
    );
    expect(undelivered).toEqual([]);
  });

  test.each(globSync(`content/docs/*/man2/${name}.mdx`))('%s states every condition', (page) => {
    const stated = new Set(idsIn(readFileSync(page, 'utf8')));
    expect(stated).toEqual(new Set(conditions.map(({ id }) => id)));
  });

  test.each(globSync(`content/docs/*/man2/${name}.mdx`))('%s keeps the section order', (page) => {
    const sections = sectionsOf(readFileSync(page, 'utf8'));
    expect(sections).toEqual(sectionIds.filter((id) => sections.includes(id)));
  });
});

test('has no example that proves a condition nobody states', () => {
  const stated = calls.flatMap(({ page, conditions }) =>
    conditions.map(({ id }) => `${page}#${id}`),
  );
  const proved = [...examples.values()].flatMap(({ proves }) => proves);
  expect(proved.filter((id) => !stated.includes(id))).toEqual([]);
});

test('names the file of a call after its page', () => {
  const files = globSync('content/calls/*.yaml').map((path) => basename(path, '.yaml'));
  expect(calls.map(({ page }) => page)).toEqual(files);
});

test('has every page that a family or a library names', () => {
  const families = z.array(familySchema).parse(read('content/families.yaml'));
  const libraries = globSync('content/libraries/*.yaml').map((path) =>
    librarySchema.parse(read(path)),
  );
  const named = [
    ...families.flatMap(({ pages }) => pages.map(pagePath)),
    ...libraries.flatMap(({ functions }) =>
      functions.flatMap((one) => one.calls.map((call) => pathTo('call', call))),
    ),
  ];
  expect(named.filter((path) => !existsSync(`content/docs/en/${path}.mdx`))).toEqual([]);
});

import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { librarySchema } from '../../site/facts/library-schema.ts';
import { structSchema } from '../../site/facts/struct-schema.ts';

const read = (path: string): unknown => parse(readFileSync(path, 'utf8'));
const structs = globSync('content/structs/*.yaml').map((path) => structSchema.parse(read(path)));
const libaio = librarySchema.parse(read('content/libraries/libaio.yaml'));

/** gcc's complaints about a C source; empty if it has none. */
const complaints = (lines: string[]): string =>
  spawnSync('gcc', ['-std=gnu17', '-fsyntax-only', '-Wall', '-Werror', '-xc', '-'], {
    input: `${lines.join('\n')}\n`,
    encoding: 'utf8',
  }).stderr;

const states = (claim: string) => `_Static_assert(${claim}, "${claim}");`;
const names = (mdx: string, component: string) =>
  Array.from(mdx.matchAll(new RegExp(`<${component}\\s+name="([^"]+)"`, 'g')), ([, name = '']) =>
    name.split(' '),
  ).flat();

describe.each(structs)('struct $struct', ({ struct, header, size, fields, constants }) => {
  test('is laid out as in the kernel’s header', () => {
    const claims = fields.flatMap(({ name, offset, size: bytes }) => [
      `offsetof(struct ${struct}, ${name}) == ${offset}`,
      `sizeof(((struct ${struct} *)0)->${name}) == ${bytes}`,
    ]);
    const all = [`sizeof(struct ${struct}) == ${size}`, ...claims].map(states);
    expect(complaints(['#include <stddef.h>', `#include <${header}>`, ...all])).toBe('');
  });

  test('is laid out alike in libaio.h', () => {
    const claims = fields.flatMap(({ libaio: { name, type }, offset, size: bytes }) => [
      `offsetof(struct ${struct}, ${name}) == ${offset}`,
      `sizeof(((struct ${struct} *)0)->${name}) == ${bytes}`,
      `__builtin_types_compatible_p(__typeof__(((struct ${struct} *)0)->${name}), ${type})`,
    ]);
    expect(complaints(['#include <stddef.h>', '#include <libaio.h>', ...claims.map(states)])).toBe(
      '',
    );
  });

  test('has the constants of the headers, as far as these are new enough', () => {
    const claims = constants.map(({ name, value }) =>
      name.startsWith('RWF_')
        ? [`#ifdef ${name}`, states(`${name} == ${value}`), '#endif'].join('\n')
        : states(`${name} == ${value}`),
    );
    expect(complaints([`#include <${header}>`, '#include <linux/fs.h>', ...claims])).toBe('');
  });

  test('has the operations of libaio.h', () => {
    const claims = constants.flatMap(({ libaio: name, value }) =>
      name ? [states(`${name} == ${value}`)] : [],
    );
    expect(complaints(['#include <libaio.h>', ...claims])).toBe('');
  });

  test.each(globSync(`content/docs/*/man2type/${struct}.mdx`))('%s has all of it', (page) => {
    const mdx = readFileSync(page, 'utf8');
    expect(names(mdx, 'Field')).toEqual(fields.map(({ name }) => name));
    expect(names(mdx, 'Flag')).toEqual(constants.map(({ name }) => name));
  });
});

test('declares the functions of libaio as its header does', () => {
  const prototypes = libaio.functions.map(({ prototype }) => prototype);
  expect(complaints([`#include <${libaio.header}>`, ...prototypes])).toBe('');
});

test.each(globSync('content/docs/*/man3/libaio.mdx'))('%s has every function', (page) => {
  const described = names(readFileSync(page, 'utf8'), 'Wrapper');
  expect(described.sort()).toEqual(libaio.functions.map(({ name }) => name).sort());
});

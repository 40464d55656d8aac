import { globSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { callSchema } from '../../../site/facts/call-schema.ts';
import { correctionSchema } from '../../../site/facts/correction-schema.ts';
import { cureSchema } from '../../../site/facts/cure-schema.ts';
import { errnoSchema } from '../../../site/facts/errno-schema.ts';
import { exampleSchema } from '../../../site/facts/example-schema.ts';
import { librarySchema } from '../../../site/facts/library-schema.ts';
import { lacking, textsIn } from '../../../site/facts/localized.ts';
import { messageSchema } from '../../../site/facts/message-schema.ts';
import { structSchema } from '../../../site/facts/struct-schema.ts';
import {
  textsOfPage,
  type PageToRead,
  type ShownFacts,
} from '../../../site/facts/texts-of-page.ts';

const read = (file: string): unknown => parse(readFileSync(file, 'utf8'));

function factsIn<Schema extends z.ZodType>(pattern: string, schema: Schema) {
  const named = (file: string) =>
    basename(file) === 'example.yaml' ? basename(dirname(file)) : basename(file, '.yaml');
  const files = globSync(`content/${pattern}.yaml`).sort();
  return new Map(files.map((file) => [named(file), schema.parse(read(file))]));
}

let facts: ShownFacts;
let english: (page: PageToRead) => string[];

beforeAll(() => {
  facts = {
    calls: factsIn('calls/*', callSchema),
    structs: factsIn('structs/*', structSchema),
    libraries: factsIn('libraries/*', librarySchema),
    errnos: factsIn('errnos/*', errnoSchema),
    cures: factsIn('cures/*', cureSchema),
    examples: factsIn('examples/*/example', exampleSchema),
    messages: z.array(messageSchema).parse(read('content/messages.yaml')),
    corrections: z.array(correctionSchema).parse(read('content/corrections.yaml')),
  };
  english = (page) => textsOfPage(page, facts).map(({ en }) => en);
});

describe('the texts that a page takes from facts', () => {
  it('are none on a page that shows none', () => {
    expect(english({ body: 'Prose, and `io_setup(2)`.' })).toEqual([]);
  });

  it('are those of its subject, and of what provokes its errors', () => {
    const texts = english({ body: '', call: 'io_setup' });
    expect(texts).toContain(facts.calls.get('io_setup')?.summary.en);
    expect(texts).toContain(facts.examples.get('io_setup-einval-zero')?.title.en);
    expect(texts).not.toContain(facts.examples.get('io_cancel-poll')?.title.en);
  });

  it('are those of the examples and the errnos that it names', () => {
    const body = '<Example id="io_cancel-poll" />\n<ErrnoEntry errno="EIO">…</ErrnoEntry>';
    const { title, lesson } = facts.examples.get('io_cancel-poll')!;
    expect(english({ body })).toEqual([title.en, lesson.en, facts.errnos.get('EIO')?.meaning.en]);
  });

  it('are all of a kind where it lists them', () => {
    expect(english({ body: '<Messages />' })).toHaveLength(facts.messages.length);
    expect(english({ body: '<Corrections />' })).toHaveLength(facts.corrections.length * 2);
    expect(english({ body: '<ExampleGallery />' })).toHaveLength(facts.examples.size * 2);
    expect(english({ body: '<Contents />' })).toContain(facts.structs.get('iocb')?.summary.en);
  });
});

it('finds texts however deep, and those that a language lacks', () => {
  const whole = { en: 'whole', fr: 'entier', ru: 'целое' };
  const half = { en: 'half', fr: 'moitié' };
  const found = textsIn({
    title: whole,
    conditions: [{ evidence: { reason: half } }],
    since: '2.5',
  });
  expect(found).toEqual([whole, half]);
  expect([lacking(found, 'fr'), lacking(found, 'ru')]).toEqual([[], [half]]);
});

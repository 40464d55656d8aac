import { getEntry } from 'astro:content';
import { z } from 'zod';
import { runEventSchema } from '../../../playground-server/protocol/index.ts';
import type { RunEvent } from '../../../playground-server/protocol/index.ts';
import type { ExampleFacts } from '../../facts/example-schema.ts';
import { abridgeTape } from './abridge-tape.ts';

const sources = import.meta.glob<string>('/content/examples/*/main.c', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const tapes = import.meta.glob<unknown>('/content/examples/*/tape.json', {
  import: 'default',
  eager: true,
});

export interface Example {
  facts: ExampleFacts;
  source: string;
  /** The recorded run, as the server streamed it; empty where none has been recorded yet. */
  recorded: RunEvent[];
}

/** Reads content/examples/<id>/ at build time. Fails the build when there is no such example. */
export async function readExample(id: string): Promise<Example> {
  const entry = await getEntry('examples', id);
  const source = sources[`/content/examples/${id}/main.c`];
  if (!entry || source === undefined) throw new Error(`no example content/examples/${id}`);
  const recorded = z.array(runEventSchema).parse(tapes[`/content/examples/${id}/tape.json`] ?? []);
  return { facts: entry.data, source, recorded: abridgeTape(recorded) };
}

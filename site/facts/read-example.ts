import { getEntry } from 'astro:content';
import { z } from 'zod';
import { runEventSchema } from '../../playground-server/protocol/index.ts';
import type { RunEvent } from '../../playground-server/protocol/index.ts';
import type { ExampleFacts } from './example-schema.ts';
import { lensTable, lenses } from './lens-table.ts';
import type { Lens } from './lens-table.ts';
import { abridgeTape } from './abridge-tape.ts';
import { expectedCalls } from './expected-calls.ts';
import { kernelTapes, type KernelTape } from './recordings/kernel-tapes.ts';
import { keptRecordings } from './recordings/read-recordings.ts';
import { recordingName } from './recordings/recording-schema.ts';

const sources = import.meta.glob<string>('/content/examples/*/{main,libaio}.*', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const tapes = import.meta.glob<unknown>('/content/examples/*/tape*.json', {
  import: 'default',
  eager: true,
});

/** An example as written for one lens. */
export interface Variant {
  lens: Lens;
  source: string;
  /** The recorded run, as streamed by the server; empty if none has been recorded yet. */
  recorded: RunEvent[];
  /** What was recorded on own kernels, the oldest first. */
  elsewhere: KernelTape[];
}

export interface Example {
  facts: ExampleFacts;
  /** In the order of the lenses; where there is room for only one, it is the first. */
  variants: [Variant, ...Variant[]];
}

/** Reads content/examples/<id>/ at build time. Fails the build if there is no such example. */
export async function readExample(id: string): Promise<Example> {
  const entry = await getEntry('examples', id);
  if (!entry) throw new Error(`no example content/examples/${id}`);
  const [first, ...others] = lenses.flatMap((lens) => readVariant(id, lens, entry.data));
  if (!first) throw new Error(`content/examples/${id} has no snippet`);
  return { facts: entry.data, variants: [first, ...others] };
}

function readVariant(id: string, lens: Lens, facts: ExampleFacts): Variant[] {
  const folder = `/content/examples/${id}`;
  const source = sources[`${folder}/${lensTable[lens].source}`];
  if (source === undefined) return [];
  const recorded = z.array(runEventSchema).parse(tapes[`${folder}/${lensTable[lens].tape}`] ?? []);
  const name = recordingName(id, lens);
  const elsewhere = kernelTapes(name, recorded, expectedCalls(facts, lens), keptRecordings);
  return [{ lens, source, recorded: abridgeTape(recorded), elsewhere }];
}

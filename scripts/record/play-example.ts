import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { RunEvent, RunRequest } from '../../playground-server/protocol/index.ts';
import { stampEvents } from '../../playground-server/http/stamp-events.ts';
import type { Engine } from '../../playground-server/run/engine.ts';
import { exampleSchema, type ExampleFacts } from '../../site/facts/example-schema.ts';

export const examplesFolder = 'content/examples';

/** An example as the site has it: its facts and its source. */
export interface Example {
  id: string;
  facts: ExampleFacts;
  source: string;
}

export const exampleIds = (): string[] => readdirSync(examplesFolder).sort();

export function readExample(id: string): Example {
  const read = (file: string) => readFileSync(join(examplesFolder, id, file), 'utf8');
  return { id, facts: exampleSchema.parse(parse(read('example.yaml'))), source: read('main.c') };
}

/** What a reader's browser would send for it. */
export function requestOf({ facts, source }: Example): RunRequest {
  const { language, conditions } = facts;
  return { language, source, ...(conditions && { conditions }) };
}

/** Runs an example as a reader would, on the real kernel, and returns every event. */
export async function playExample(engine: Engine, example: Example): Promise<RunEvent[]> {
  const admission = engine.admit(example.id);
  if ('rejected' in admission) throw new Error(`${example.id}: ${admission.rejected}`);
  const startedNs = process.hrtime.bigint();
  const events = engine.run(requestOf(example), admission, new AbortController().signal);
  const rethrow = (error: unknown) => {
    throw error;
  };
  return Array.fromAsync(stampEvents(events, startedNs, rethrow));
}

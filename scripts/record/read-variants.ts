import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { RunEvent } from '../../playground-server/protocol/index.ts';
import { exampleSchema, type ExampleFacts } from '../../site/facts/example-schema.ts';
import { lensTable, lenses, type Lens } from '../../site/facts/lens-table.ts';

const examplesFolder = 'content/examples';

/** An example as it is written for one lens, as the site has it. */
export interface Variant {
  id: string;
  lens: Lens;
  facts: ExampleFacts;
  source: string;
  /** Where its recorded run is kept. */
  tapePath: string;
}

export const exampleIds = (): string[] => readdirSync(examplesFolder).sort();

/** Every variant of an example, in the order of the lenses. */
export function readVariants(id: string): Variant[] {
  const folder = join(examplesFolder, id);
  const facts = exampleSchema.parse(parse(readFileSync(join(folder, 'example.yaml'), 'utf8')));
  return lenses.flatMap((lens) => {
    const path = join(folder, lensTable[lens].source);
    const tapePath = join(folder, lensTable[lens].tape);
    return existsSync(path)
      ? [{ id, lens, facts, source: readFileSync(path, 'utf8'), tapePath }]
      : [];
  });
}

/** What a variant did when it was recorded on the host. */
export const readTape = ({ tapePath }: Pick<Variant, 'tapePath'>): RunEvent[] =>
  JSON.parse(readFileSync(tapePath, 'utf8')) as RunEvent[];

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const exampleSchema = z.object({
  title: z.record(z.string(), z.string()).describe('by language; English for those it lacks'),
  page: z.string().describe('of the manual, without its language: man2/io_setup'),
  height: z.int().describe('of its frame, about, in pixels'),
});

/** What can be embedded, by id. */
export type EmbedExamples = Readonly<Record<string, z.infer<typeof exampleSchema>>>;

/** Reads the list that the build leaves in dist/; empty if the site is not built. */
export function readEmbedExamples(distDir: string): EmbedExamples {
  try {
    const text = readFileSync(join(distDir, 'embed/examples.json'), 'utf8');
    return z.record(z.string(), exampleSchema).parse(JSON.parse(text));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
}

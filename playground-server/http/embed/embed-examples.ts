import { join } from 'node:path';
import { z } from 'zod';
import { builtJson } from '../site/built-json.ts';

const exampleSchema = z.object({
  title: z.record(z.string(), z.string()).describe('by language; English for those it lacks'),
  page: z.string().describe('of the manual, without its language: man2/io_setup'),
  height: z.int().describe('of its frame, about, in pixels'),
  picture: z
    .object({ width: z.int(), height: z.int() })
    .optional()
    .describe('size of its picture in pixels; a goal has none'),
});

/** What can be embedded, by id. */
export type EmbedExamples = Readonly<Record<string, z.infer<typeof exampleSchema>>>;

const examples = z.record(z.string(), exampleSchema);

/** The list that the build leaves in dist/; empty if the site is not built. */
export const embedExamplesOf = (distDir: string): (() => EmbedExamples) =>
  builtJson<EmbedExamples>(
    join(distDir, 'embed/examples.json'),
    (json) => examples.parse(json),
    {},
  );

import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Page } from '../../site/facts/text-hashes.ts';

const frontMatter = /^---\n([\s\S]*?)\n---\n/;

const readSchema = z.object({
  title: z.string(),
  description: z.string().default(''),
  renders: z.record(z.string(), z.string()).default({}),
});

/** A page as in its file, and the hashes of the English texts from which it says it was made. */
export function readPage(file: string): Page & { renders: Record<string, string> } {
  const source = readFileSync(file, 'utf8');
  const [all = '', yaml = ''] = frontMatter.exec(source) ?? [];
  return { ...readSchema.parse(parse(yaml)), body: source.slice(all.length) };
}

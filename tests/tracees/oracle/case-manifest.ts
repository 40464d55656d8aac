import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { rowOf } from '../../../playground-server/decode/families/shown-calls.ts';
import { readTracee, type Tracee } from './tracee.ts';

const folder = join(import.meta.dirname, '../cases');

/** One program that provokes one condition, and what the kernel answered when it was written. */
const caseSchema = z.strictObject({
  file: z.string(),
  why: z.string(),
  syscall: z.string().refine((name) => rowOf(name), 'no family has a row for it'),
  /** which call of `syscall` is under test, from 1; 0 when none reaches the kernel */
  call_index: z.int().min(0),
  expect: z.strictObject({
    /** what the program gets: libaio gives the negated errno */
    ret: z.int().optional(),
    errno: z.string().optional(),
    /** `res` of all events that were stored, in order */
    event_res: z.array(z.int()).optional(),
    /** text after NOTE on standard output */
    output: z.string().optional(),
    signal: z.string().optional(),
  }),
  libaio: z.boolean().optional(),
  links: z.array(z.string()).optional(),
  needs: z.array(z.string()).optional(),
  /** file system under the working directory, where tmpfs would answer otherwise */
  scratch: z.literal('disk').optional(),
  simulated: z.boolean().optional(),
  index_note: z.string().optional(),
});

export type Case = z.infer<typeof caseSchema>;

export function readCases(): Case[] {
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  return z.array(caseSchema).parse(manifest);
}

/** Its lines name its calls, so that nobody has to walk its stacks. */
export const caseTracee = ({ file, scratch }: Case): Tracee => ({
  ...readTracee(join(folder, file), scratch),
  strace: 'calls',
});

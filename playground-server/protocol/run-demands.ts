import { z } from 'zod';
import { languages } from './language-table.ts';
import { kernelIdSchema, type RunRequest } from './run-request.ts';
import { scratches } from './scratch.ts';
import { standardKernel } from './standard-kernel.ts';
import { tapes, usualTape } from './tape.ts';

/**
 * What a run needs from the machine. Its limits, environment, engine and sandbox follow from this
 * value alone. In a query, whatever is left out has its default.
 */
export const runDemandsSchema = z.object({
  language: z.enum(languages).default('c'),
  kernel: kernelIdSchema.default(standardKernel),
  scratch: z.enum(scratches).default('tmpfs').describe('file system under the working directory'),
  tape: z.enum(tapes).default(usualTape).describe('the calls to tell'),
});

export type RunDemands = z.output<typeof runDemandsSchema>;

/** The demands that a request makes. */
export const demandsOf = ({ language, kernel, conditions, tape }: RunRequest): RunDemands =>
  runDemandsSchema.parse({ language, kernel, scratch: conditions?.scratch, tape });

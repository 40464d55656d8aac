import { z } from 'zod';
import { fetchSteps } from './fetch-step.ts';
import { languages } from './language-table.ts';
import { kernelIdSchema } from './run-request.ts';
import { scratches } from './scratch.ts';

const kernel = {
  id: kernelIdSchema.describe('as the `kernel` of a request names it'),
  source: z.string().describe('where it comes from'),
};

/** A kernel and what a run may ask of it, or why nothing runs on it now. */
export const kernelFactsSchema = z
  .discriminatedUnion('state', [
    z.object({
      state: z.literal('available'),
      ...kernel,
      release: z.string().describe('uname -r'),
      languages: z.array(z.enum(languages)).describe('of the snippets that it runs'),
      isOwn: z
        .boolean()
        .describe('whether a run has it to itself, and may set fs.aio-max-nr and use it up'),
      scratches: z.array(z.enum(scratches)).describe('file systems for the working directory'),
    }),
    z
      .object({
        state: z.literal('fetching'),
        ...kernel,
        step: z.enum(fetchSteps).describe('how far it is: the steps in their order'),
      })
      .describe('it will be offered as soon as it is here'),
    z.object({
      state: z.literal('missing'),
      ...kernel,
      reason: z.string(),
      remedy: z.string().describe('what the operator can do about it'),
    }),
  ])
  .meta({ id: 'Kernel' });

export const kernelListSchema = z.object({
  kernels: z.array(kernelFactsSchema).describe('the standard one first'),
});

export type KernelFacts = z.infer<typeof kernelFactsSchema>;

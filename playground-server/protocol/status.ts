import { z } from 'zod';
import { environmentSchema } from './environment.ts';
import { kernelFactsSchema } from './kernel.ts';
import { limitsSchema } from './limits.ts';

/** One thing that the host must offer, whether it does, and how to mend it if not. */
export const preflightCheckSchema = z.object({
  name: z.string(),
  need: z
    .enum(['required', 'optional'])
    .describe('without an optional one, only a condition is unavailable'),
  ok: z.boolean(),
  detail: z.string(),
  remedy: z.string().describe('what an operator can do; empty when ok'),
});

const percentilesSchema = z
  .object({ p50Ms: z.number(), p95Ms: z.number() })
  .nullable()
  .describe('to two significant digits; null if there was no run');

/** What anybody may know about the state of the playground. */
export const statusSchema = z
  .object({
    ready: z.boolean(),
    startedAt: z.iso.datetime(),
    preflight: z.object({ checkedAt: z.iso.datetime(), checks: z.array(preflightCheckSchema) }),
    queue: z.object({
      running: z.int(),
      waiting: z.int(),
      slots: z.int().describe('runs that may run at once'),
      places: z.int().describe('runs that may wait'),
      perClient: z.int().describe('runs of one client on one kernel, waiting and running together'),
    }),
    lastHour: z.object({
      sinceAt: z.iso.datetime().describe('an hour ago, or the start of the server'),
      runs: z.int(),
      outcomes: z.record(z.string(), z.int()).describe('runs by how they ended'),
      waited: percentilesSchema.describe('for a slot'),
      firstEvent: percentilesSchema.describe('until the program did something'),
      total: percentilesSchema.describe('until the run was over'),
    }),
    kernels: z
      .array(
        kernelFactsSchema.and(
          z.object({
            machinesReady: z
              .int()
              .optional()
              .describe('booted ahead of need, on a kernel of its own'),
          }),
        ),
      )
      .default([])
      .describe('as GET /api/v1/kernels has them; none from a server that does not tell'),
    languages: z
      .record(z.string(), z.object({ limits: limitsSchema, environment: environmentSchema }))
      .describe('what a run may use, and where it runs, by the language of its snippet'),
  })
  .meta({ id: 'Status' });

export type PreflightCheck = z.infer<typeof preflightCheckSchema>;
export type Status = z.infer<typeof statusSchema>;

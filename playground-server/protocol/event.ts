import { z } from 'zod';
import { syscallEntryFields, syscallExitFields } from './call.ts';
import { decimal } from './decimal.ts';
import { diagnosticFields } from './diagnostic.ts';
import { environmentSchema } from './environment.ts';
import { faultCodes } from './fault.ts';
import { limitsSchema } from './limits.ts';
import { outcomeSchema } from './outcome.ts';
import { kernelIdSchema } from './run-request.ts';
import { untoldFields } from './untold.ts';

const stamp = {
  seq: z.int().min(0).describe('0, 1, 2 … within the run'),
  atNs: decimal.describe('nanoseconds since the request was accepted'),
};

const event = <K extends string, S extends z.ZodRawShape>(kind: K, fields: S) =>
  z.object({ kind: z.literal(kind), ...stamp, ...fields }).meta({ id: `${kind}-event` });

/** One line of the NDJSON stream that answers POST /api/v1/runs. */
export const runEventSchema = z
  .discriminatedUnion('kind', [
    event('accepted', { runId: z.string(), limits: limitsSchema, environment: environmentSchema }),
    event('queued', { position: z.int().min(1) }),
    event('booting', { kernel: kernelIdSchema }),
    event('diagnostic', diagnosticFields),
    event('compiled', { cached: z.boolean(), elapsedNs: decimal }),
    event('syscall-entry', syscallEntryFields),
    event('syscall-exit', syscallExitFields),
    event('output', { stream: z.enum(['stdout', 'stderr']), text: z.string() }),
    event('signal', { name: z.string(), line: z.int().nullable() }),
    event('untold', untoldFields),
    event('finished', { outcome: outcomeSchema }),
    event('faulted', { code: z.enum(faultCodes), message: z.string() }),
  ])
  .meta({ id: 'RunEvent' });

export type RunEvent = z.infer<typeof runEventSchema>;
export type RunEventKind = RunEvent['kind'];
export type RunEventOf<K extends RunEventKind> = Extract<RunEvent, { kind: K }>;

type Unstamped<E> = E extends RunEvent ? Omit<E, 'seq' | 'atNs'> : never;
/** An event before the stream numbers and times it. */
export type UnstampedEvent = Unstamped<RunEvent>;

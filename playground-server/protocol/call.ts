import { z } from 'zod';

/** 64-bit numbers travel as decimal strings: JSON numbers lose digits above 2^53. */
const decimal = z.string().regex(/^-?\d+$/);

/** Who answered one call. Only "kernel" is the kernel's own answer. */
export const verdicts = ['kernel', 'condition', 'playground-limit', 'refused'] as const;

/**
 * How the snippet made a call, and so where it finds the errno: syscall(2) sets errno, a libaio
 * wrapper returns it negated and leaves errno alone, koffi keeps a copy that errno() gives.
 */
export const conventions = ['syscall', 'libaio', 'koffi'] as const;

/**
 * A decoded value: `text` as a manual would print it, `value` where it is one number,
 * `fields` where it points to a structure or an array that could be read, `bytes` where it points to
 * data: its first bytes in hexadecimal, at most 64.
 */
export interface DecodedValue {
  name: string;
  text: string;
  value?: string | undefined;
  fields?: DecodedValue[] | undefined;
  bytes?: string | undefined;
}

export const decodedValueSchema: z.ZodType<DecodedValue> = z
  .object({
    name: z.string(),
    text: z.string(),
    value: decimal.optional(),
    get fields() {
      return z.array(decodedValueSchema).optional();
    },
    bytes: z.hex().optional().describe('first bytes of the data that it points to, at most 64'),
  })
  .meta({ id: 'DecodedValue' });

export const errnoSchema = z.object({ name: z.string(), number: z.int() });

const call = {
  call: z.int().min(1).describe('number of the call within the run, from 1'),
  name: z.string(),
  line: z.int().nullable().describe("innermost line of the reader's own file, or null"),
  arguments: z.array(decodedValueSchema),
  convention: z.enum(conventions).optional().describe('how the snippet made the call, where known'),
};

export const syscallEntryFields = {
  ...call,
  thread: z
    .int()
    .describe(
      'number of the thread within the run: 1 for the first, the others as they make calls',
    ),
};

export const syscallExitFields = {
  ...call,
  returned: decimal.describe('what syscall(2) gives: -1 on an error'),
  raw: decimal.describe('what the kernel gave: the negated errno on an error'),
  errno: errnoSchema.nullable(),
  elapsedNs: decimal,
  verdict: z.enum(verdicts),
};

export type Verdict = (typeof verdicts)[number];
export type Convention = (typeof conventions)[number];
export type Errno = z.infer<typeof errnoSchema>;
export { decimal };

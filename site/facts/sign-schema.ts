import { z } from 'zod';

/** 64-bit numbers are quoted, because YAML's own lose digits above 2^53. */
const number = z.union([z.int(), z.string().regex(/^-?\d+$/)]);

/** An argument, or what it points to, as named on the tape: `nr_events`, `iocb.aio_nbytes`. */
const path = z.string().regex(/^[\w*[\]]+(\.[\w*[\]]+)*$/);

const operand = z.union([
  number,
  z.strictObject({ value: path }),
  z.strictObject({ environment: z.literal('aioMaxNr') }),
]);

const contextFates = ['zero', 'never-made', 'destroyed', 'destroyed-meanwhile'] as const;
const operationFates = ['in-flight', 'in-other-context', 'reaped', 'cancelled'] as const;

const comparisonSchema = z.strictObject({
  value: path,
  plus: path.optional().describe('added to the value before it is compared'),
  is: operand.optional(),
  over: operand.optional(),
  below: operand.optional(),
  in: z.array(number).optional(),
  hasBit: number.optional(),
  misaligned: z.int().optional().describe('is no multiple of this'),
});

/** Something that a tape shows to be true, shows to be false, or does not show. */
export type Predicate =
  | { all: Predicate[] }
  | { any: Predicate[] }
  | { not: Predicate }
  | { unreadable: string }
  | { dangling: string }
  | { context: string; is: ContextFate[] }
  | { operation: string; is: OperationFate[] }
  | z.infer<typeof comparisonSchema>;

export const predicateSchema: z.ZodType<Predicate> = z.union([
  z.strictObject({
    get all() {
      return z.array(predicateSchema);
    },
  }),
  z.strictObject({
    get any() {
      return z.array(predicateSchema);
    },
  }),
  z.strictObject({
    get not() {
      return predicateSchema;
    },
  }),
  z.strictObject({ unreadable: path.describe('a pointer that leads nowhere; NULL counts') }),
  z.strictObject({ dangling: path.describe('a pointer that leads nowhere; NULL is allowed') }),
  z.strictObject({ context: path, is: z.array(z.enum(contextFates)) }),
  z.strictObject({ operation: path, is: z.array(z.enum(operationFates)) }),
  comparisonSchema,
]);

/**
 * How the tape tells a condition from the others of its errno. `iff`: the condition holds exactly
 * then; `if`: it holds then, and may hold at other times; `onlyIf`: it never holds otherwise.
 */
export const signSchema = z.union([
  z.strictObject({ iff: predicateSchema }),
  z.strictObject({ if: predicateSchema.optional(), onlyIf: predicateSchema.optional() }),
]);

export type ContextFate = (typeof contextFates)[number];
export type OperationFate = (typeof operationFates)[number];
export type Comparison = z.infer<typeof comparisonSchema>;
export type Sign = z.infer<typeof signSchema>;

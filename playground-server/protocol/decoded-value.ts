import { z } from 'zod';
import { decimal, hexAddress } from './decimal.ts';
import type { DisplayText } from './display-text.ts';
import { errnoSchema } from './errno.ts';

const displayText = z.string() as unknown as z.ZodType<DisplayText>;

/** What values of every kind have. */
const told = {
  name: z.string().describe('name of the parameter, the field or the element'),
  text: displayText.describe('as a manual would print it'),
  minor: z
    .literal(true)
    .optional()
    .describe(
      'left out of the text of its structure: it means nothing there, or is located elsewhere',
    ),
};

const kindOf = (kind: string, description: string) => ({ id: `${kind}-value`, description });

const leaf = <K extends string, S extends z.ZodRawShape>(kind: K, description: string, fields: S) =>
  z.object({ kind: z.literal(kind), ...told, ...fields }).meta(kindOf(kind, description));

const standsAt = { address: hexAddress.optional().describe('where it is in memory, if known') };

const number = leaf('number', 'a plain number', {
  value: decimal,
  base: z.enum(['hex', 'octal']).optional().describe('how its text shows it; otherwise in decimal'),
});

const constant = leaf('constant', 'a number that has a name', {
  value: decimal,
  symbol: z.string().describe('as a program writes it: IOCB_CMD_PREAD'),
});

const flags = leaf('flags', 'a set of bits', {
  value: decimal,
  set: z.array(z.string()).describe('names of the bits that are set, lowest first'),
  rest: decimal.describe('the bits without a name'),
});

const result = leaf(
  'result',
  'what the kernel answered, such as io_event.res: a count, or a negated errno',
  {
    value: decimal,
    errno: errnoSchema.nullable().describe('what a negative value means'),
  },
);

const descriptor = leaf('descriptor', 'a file descriptor', {
  value: decimal,
  path: z
    .string()
    .optional()
    .describe('what it is open on, as the kernel names it in /proc; where it is known'),
});

const handle = leaf('handle', 'an aio_context_t', {
  handle: hexAddress.describe('0x0 means no context'),
});

const bytes = leaf('bytes', 'data behind a pointer', {
  address: hexAddress,
  bytes: z.hex().describe('the first of them in hexadecimal, at most 64'),
  lengthBytes: decimal.describe('how many bytes there are in all'),
  cut: z.literal(true).optional().describe('the bytes after those given could not be read'),
});

const string = leaf('string', 'a C string, such as a path', {
  ...standsAt,
  content: z.string(),
  cut: z.literal(true).optional().describe('it continues after the content given'),
});

const signals = leaf('signals', 'a sigset_t', {
  ...standsAt,
  set: z.array(z.string()),
  inverted: z.literal(true).optional().describe('the set holds all signals except these'),
});

const address = z
  .object({
    kind: z.literal('address'),
    ...told,
    address: hexAddress,
    target: z
      .enum(['shown', 'unreadable', 'null', 'unseen'])
      .describe(
        'what is known of its target; shown: it is the only field; unseen: it was not read',
      ),
    get fields() {
      return z.array(decodedValueSchema).optional();
    },
  })
  .meta(kindOf('address', 'a pointer'));

const struct = z
  .object({
    kind: z.literal('struct'),
    ...told,
    ...standsAt,
    byAddress: z
      .literal(true)
      .optional()
      .describe('other calls identify it by its address, so the text shows that'),
    get fields() {
      return z.array(decodedValueSchema);
    },
  })
  .meta(
    kindOf(
      'struct',
      'a structure: its fields in the order of declaration, then what they point to',
    ),
  );

const array = z
  .object({
    kind: z.literal('array'),
    ...told,
    ...standsAt,
    count: decimal.describe('how many elements the call refers to'),
    leftOut: decimal.describe('how many of them exist, but are not among the fields'),
    get fields() {
      return z.array(decodedValueSchema);
    },
  })
  .meta(kindOf('array', 'an array: its elements; an unreadable one is an address, and the last'));

type Leaf = z.infer<
  | typeof number
  | typeof constant
  | typeof flags
  | typeof result
  | typeof descriptor
  | typeof handle
  | typeof bytes
  | typeof string
  | typeof signals
>;
type Branch<S extends z.ZodType> = Omit<z.infer<S>, 'fields'>;

export interface AddressValue extends Branch<typeof address> {
  fields?: DecodedValue[] | undefined;
}
export interface StructValue extends Branch<typeof struct> {
  fields: DecodedValue[];
}
export interface ArrayValue extends Branch<typeof array> {
  fields: DecodedValue[];
}

/**
 * An argument of a call, or a part of one. Its `kind` says what is known about it; `text` is for
 * people and comes from print-value.ts, so that no program has to interpret it.
 */
export type DecodedValue = Leaf | AddressValue | StructValue | ArrayValue;
export type DecodedKind = DecodedValue['kind'];
export type DecodedValueOf<K extends DecodedKind> = Extract<DecodedValue, { kind: K }>;

export const decodedValueSchema: z.ZodType<DecodedValue> = z
  .discriminatedUnion('kind', [
    number,
    constant,
    flags,
    result,
    descriptor,
    handle,
    address,
    struct,
    array,
    bytes,
    string,
    signals,
  ])
  .meta({ id: 'DecodedValue' });

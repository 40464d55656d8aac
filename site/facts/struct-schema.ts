import { z } from 'zod';
import { localizedSchema } from './localized.ts';
import { pageReferenceSchema } from './page-reference.ts';

const kernelVersion = z.string().regex(/^\d+\.\d+(\.\d+)?$/);

const fieldSchema = z.strictObject({
  name: z.string(),
  type: z.string().describe('as the header of the kernel declares it'),
  offset: z.int().min(0).describe('bytes, little-endian 64-bit'),
  size: z.int().min(1).describe('bytes'),
  libaio: z.strictObject({ name: z.string(), type: z.string() }),
  direction: z.enum(['in', 'out', 'in-out']).describe('what the kernel does with it'),
});

/** A named number that a field may hold. */
const constantSchema = z.strictObject({
  name: z.string().regex(/^[A-Z][A-Z0-9_]+$/),
  value: z.int().min(0),
  libaio: z.string().nullable(),
  since: kernelVersion.nullable().describe('null: never implemented'),
  example: z.string().describe('a program that uses it'),
});

/**
 * content/structs/<struct>.yaml: the layout of a structure in linux/aio_abi.h, and its constants.
 */
export const structSchema = z.strictObject({
  struct: z.enum(['iocb', 'io_event']),
  summary: localizedSchema,
  header: z.string(),
  size: z.int().min(1).describe('bytes'),
  fields: z.array(fieldSchema).min(1).describe('by offset'),
  constants: z.array(constantSchema),
  seeAlso: z.array(pageReferenceSchema),
  source: z.string().describe('file of the kernel source'),
});

export type StructFacts = z.infer<typeof structSchema>;

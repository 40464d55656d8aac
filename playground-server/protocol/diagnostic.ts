import { z } from 'zod';

/** One message from the compiler. Lines and columns count from 1, columns in UTF-16 units. */
export const diagnosticFields = {
  severity: z.enum(['error', 'warning', 'note']),
  line: z.int().min(0).describe('from 1; 0 if the message belongs to no line'),
  column: z.int().min(0),
  endLine: z.int().optional(),
  endColumn: z.int().optional(),
  message: z.string(),
  option: z.string().optional(),
};

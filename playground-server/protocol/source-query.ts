import { z } from 'zod';
import { languages } from './language-table.ts';
import { conditionsSchema, runRequestSchema } from './run-request.ts';

/** What a request whose body is the snippet itself says of it: the fields that are plain words. */
export const sourceQuerySchema = z.strictObject({
  language: z.enum(languages).optional().describe('else the content-type tells it'),
  ...runRequestSchema.pick({ kernel: true, tape: true }).shape,
  arguments: z.string().optional().describe('of the program, as a shell would split them'),
  ...runRequestSchema.pick({ stdin: true }).shape,
  ...conditionsSchema.pick({ scratch: true, user: true }).shape,
});

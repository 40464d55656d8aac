import { z } from 'zod';

export const errnoSchema = z.object({ name: z.string(), number: z.int() });

export type Errno = z.infer<typeof errnoSchema>;

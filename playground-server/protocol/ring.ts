import { z } from 'zod';
import { decimal, hexAddress } from './decimal.ts';

/** An event that waits in the ring. */
const ringEventSchema = z.object({
  slot: z.int().min(0),
  data: hexAddress.describe('the cookie of its request'),
  obj: hexAddress.describe('the address of its iocb'),
  res: decimal,
});

/**
 * The ring of a context when the call returned: `struct aio_ring` of fs/aio.c, which the kernel maps
 * into the process.
 */
export const ringSchema = z
  .object({
    slots: z.int().min(0).describe('how many there are; one of them always stays empty'),
    head: z.int().min(0).describe('the slot that is read next'),
    tail: z.int().min(0).describe('the slot that is filled next'),
    unread: z.array(ringEventSchema).describe('from the head on, at most 16'),
  })
  .meta({ id: 'Ring' });

export type Ring = z.infer<typeof ringSchema>;

import type { Ring } from '../../../protocol/index.ts';
import type { Source, Take } from '../../capture/capture-plan.ts';
import type { View } from '../../kinds/argument-kind.ts';
import { hexOf } from '../../make-value.ts';
import { readStruct, structBytes } from '../../read-struct.ts';

/** struct aio_ring; fs/aio.c. No header has it, but libraries have read it since 2002. */
const ringHead = {
  id: [0, 'u32'],
  nr: [4, 'u32'],
  head: [8, 'u32'],
  tail: [12, 'u32'],
  magic: [16, 'u32'],
  compatFeatures: [20, 'u32'],
  incompatFeatures: [24, 'u32'],
  headerLength: [28, 'u32'],
} as const;

const aioRingMagic = 0xa10a10a1n;
const headBytes = structBytes(ringHead);
/** sizeof(struct io_event), of every ABI; linux/aio_abi.h */
const eventBytes = 32;

/** Slots that are looked at: every ring has more. */
const slotsTaken = 63;
const takenBytes = headBytes + slotsTaken * eventBytes;
const mostUnread = 16;

/** Copies the ring whose address, the handle, is found there. */
export const ringTake = (at: Source): Take => ({ at, elementBytes: takenBytes });

/**
 * Reads what `ringTake` has copied. Null if it was not a ring: a handle is a number that the program
 * chose, and its ring is memory that the program may write to.
 */
export function readRing(handle: bigint, { abi, memory }: View): Ring | null {
  const bytes = memory.whole(handle, takenBytes);
  if (bytes === null) return null;
  const { nr, head, tail, magic } = readStruct(ringHead, bytes);
  if (magic !== aioRingMagic || head >= nr || tail >= nr) return null;
  const [slots, from] = [Number(nr), Number(head)];
  const count = (Number(tail) - from + slots) % slots;
  const unread = Array.from({ length: Math.min(count, mostUnread) }, (_, at) => (from + at) % slots)
    .filter((slot) => slot < slotsTaken)
    .map((slot) => {
      const event = bytes.subarray(headBytes + slot * eventBytes);
      const { data, obj, res } = readStruct(abi.structs.ioEvent, event);
      return { slot, data: hexOf(data), obj: hexOf(obj), res: `${res}` };
    });
  return { slots, head: from, tail: Number(tail), unread };
}

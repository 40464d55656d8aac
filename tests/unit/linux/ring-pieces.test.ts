import { expect, it } from 'vitest';
import { parseRingPieces } from '../../../playground-server/linux/ring-pieces.ts';

it('finds the rings among all that is mapped', () => {
  const maps = [
    '55d0c7a00000-55d0c7a01000 r--p 00000000 fe:01 131 /work/[aio] (deleted)',
    '7f3bdef1f000-7f3bdef20000 rw-s 00008000 00:12 2860325                    /[aio] (deleted)',
    '7f3bdef28000-7f3bdef30000 r--s 00000000 00:12 2860325                    /[aio] (deleted)',
    '7f3bdf11e000-7f3bdf11f000 rw-s 00000000 00:01 2860324                    /memfd:/[aio] (deleted)',
    '7ffd1c5e2000-7ffd1c603000 rw-p 00000000 00:00 0                          [stack]',
    '',
  ].join('\n');
  expect(parseRingPieces(maps)).toEqual([
    { inode: 2860325, offset: 0x8000, bytes: 0x1000 },
    { inode: 2860325, offset: 0, bytes: 0x8000 },
  ]);
});

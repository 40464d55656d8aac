import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../../tmp/temporary-folder.ts';
import { parseRingPieces, ringPieces } from '../../../playground-server/linux/ring-pieces.ts';

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

it('does not look through all that a process may map', async () => {
  const folder = temporaryFolder('maps');
  mkdirSync(folder, { recursive: true });
  const [source, program] = [join(folder, 'maps.c'), join(folder, 'maps')];
  // Neighbours that differ are not merged: 40,000 of them take 2 MiB of text.
  writeFileSync(
    source,
    `#include <sys/mman.h>
    #include <unistd.h>
    int main(void) {
      char *all = mmap(0, 40000 * 4096L, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
      for (int i = 0; i < 40000; i += 2) mprotect(all + i * 4096L, 4096, PROT_NONE);
      write(1, "mapped", 6);
      return read(0, all, 1);
    }`,
  );
  execFileSync('gcc', ['-o', program, source]);
  const mapped = spawn(program, { stdio: ['pipe', 'pipe', 'inherit'] });
  await once(mapped.stdout, 'data');
  expect(ringPieces(mapped.pid!)).toBeNull();
  mapped.stdin.end();
  await once(mapped, 'close');
  expect(ringPieces(mapped.pid!)).toEqual([]);
});

import { readProcAtMost } from './proc.ts';

/**
 * A part of an AIO context's ring that is mapped: one line of /proc/pid/maps. A ring that nobody
 * cut or moved in part is one piece, for the kernel merges no pieces of it (fs/aio.c,
 * aio_ring_mmap(): VM_DONTEXPAND).
 */
export interface RingPiece {
  /** of the file behind the ring: mremap(2) changes the address, and so the handle, but not this */
  inode: number;
  /** where in the ring it begins */
  offset: number;
  bytes: number;
}

const piece = /^([0-9a-f]+)-([0-9a-f]+) \S+ ([0-9a-f]+) \S+ (\d+) +\/\[aio\](?: \(deleted\))?$/gm;

/** More than 10,000 mappings; vm.max_map_count allows 65,530. */
const maxMapsBytes = 1024 * 1024;

/**
 * What a process has mapped of rings, its parent's included; empty when it is gone. null if it has
 * mapped so much that looking through it would take too long. proc(5).
 */
export function ringPieces(pid: number): RingPiece[] | null {
  const maps = readProcAtMost(pid, 'maps', maxMapsBytes);
  return maps === null ? null : parseRingPieces(maps);
}

export const parseRingPieces = (maps: string): RingPiece[] =>
  Array.from(maps.matchAll(piece), ([, start = '', end = '', offset = '', inode = '']) => ({
    inode: Number(inode),
    offset: parseInt(offset, 16),
    bytes: parseInt(end, 16) - parseInt(start, 16),
  }));

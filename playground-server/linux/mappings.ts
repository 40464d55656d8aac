import { closeSync, openSync, readSync } from 'node:fs';

/** A piece of a process's memory that may be executed: a row of /proc/pid/maps; proc(5). */
export interface ExecutableMapping {
  start: bigint;
  /** first address after it */
  end: bigint;
  /** of its first byte in the file */
  offset: number;
  /** as the process sees it, or `[vdso]`; empty if no file is behind it */
  path: string;
}

/** A snippet with its libraries has 40 rows, 4 KiB; a hostile one may have 65,530. */
const maxBytes = 64 * 1024;
const text = Buffer.alloc(maxBytes);

/** Code of a process among its lowest mappings, some 700; none if it is gone. Never throws. */
export function executableMappings(pid: number | 'self'): ExecutableMapping[] {
  return parseMappings(readStart(`/proc/${pid}/maps`));
}

/** The rows of such a file that may be executed. */
export function parseMappings(maps: string): ExecutableMapping[] {
  const rows = maps.matchAll(/^([0-9a-f]+)-([0-9a-f]+) ..x. ([0-9a-f]+) \S+ \d+ *(.*)\n/gm);
  return Array.from(rows, ([, start, end, offset, path = '']) => ({
    start: BigInt(`0x${start}`),
    end: BigInt(`0x${end}`),
    offset: Number(`0x${offset}`),
    path,
  }));
}

/** The first bytes of a file of /proc, which gives at most a page at a time. */
function readStart(path: string): string {
  let length = 0;
  try {
    const file = openSync(path, 'r');
    try {
      for (let read = 1; read > 0 && length < maxBytes; length += read) {
        read = readSync(file, text, length, maxBytes - length, null);
      }
    } finally {
      closeSync(file);
    }
  } catch {
    return '';
  }
  return text.toString('latin1', 0, length);
}

/** The kernel's code in every process, an ELF image; null if this process was given none. vdso(7) */
export function readVdso(): Uint8Array | null {
  const vdso = executableMappings('self').find(({ path }) => path === '[vdso]');
  if (!vdso) return null;
  const image = Buffer.alloc(Number(vdso.end - vdso.start));
  const memory = openSync('/proc/self/mem', 'r');
  try {
    readSync(memory, image, 0, image.length, vdso.start);
    return image;
  } finally {
    closeSync(memory);
  }
}

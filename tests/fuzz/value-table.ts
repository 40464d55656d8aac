/** What the generated programs choose from: C expressions, with `w` the thread's world. */

/** Addresses that no object has: nowhere, the kernel's half, not canonical, across a page's end. */
export const badPointers = [
  '0L',
  '1L',
  '0x123456789000L',
  '0xffffffff81000000L',
  '0x8000000000000000L',
  '0x00007ffffffff000L',
  '-1L',
  '-8L',
  '(long)w->guard',
  '(long)(w->edge - 3)',
] as const;

/** Values that never were a handle. */
export const badHandles = [
  ...badPointers,
  '(long)w->readonly',
  '(long)w->requests',
  '(long)(w->edge - 16)',
] as const;

/** nr_events that io_setup grants: small, because a run has only a share of fs.aio-max-nr. */
export const modestCounts = ['1L', '2L', '8L', '31L', '64L', '0x100000001L', '0xfff00000002L'];

/** nr_events that the kernel refuses whatever the host's fs.aio-max-nr; fs/aio.c, ioctx_alloc. */
export const refusedCounts = [
  '0L',
  '0x100000000L',
  '4194305L',
  '2147483647L',
  '0x80000000L',
  '0x80400001L',
  '0xffffffffL',
  '-1L',
  '-2147483648L',
] as const;

/** nr and min_nr beyond what there is. */
export const longCounts = ['LONG_MAX', '0x100000001L', '4294967296L', '1000000L'] as const;
export const negativeCounts = ['-1L', 'LONG_MIN', '-4294967296L'] as const;

export const readable = ['F_RW', 'F_RO', 'F_PIPE_R', 'F_ENDED', 'F_EVENT', 'F_SOCK', 'F_PEER'];
export const writable = ['F_RW', 'F_WO', 'F_PIPE_W', 'F_BROKEN', 'F_SOCK', 'F_PEER', 'F_MEM'];
/** Descriptors that some opcode refuses. */
export const odd = ['F_PATH', 'F_DIR', 'F_CLOSED', 'F_DGRAM', 'F_EPOLL', 'F_TIMER', 'F_NULL'];
export const noDescriptors = ['-1', '999999', 'INT_MAX', 'INT_MIN'] as const;
/** What can be polled without another kernel thread interfering. */
export const pollable = ['F_PIPE_R', 'F_PIPE_W', 'F_EVENT', 'F_SOCK', 'F_PEER', 'F_RW', 'F_TIMER'];

export const pollMasks = ['1', '4', '5', '16', '0', '2', '0x2000', '0x10000', '-1'] as const;
export const badOpcodes = ['4', '6', '9', '10', '255', '0x7fff', '0xffff'] as const;
export const ioPriorities = ['0', '1', '7', '0x2000', '0x4003', '0x6000', '0x8000', '0xffff'];

export const lengths = ['0', '1', '5', '8', '512', '4096', '4097', '16384'] as const;
export const refusedLengths = ['-1', 'LONG_MIN', '0x8000000000000001'] as const;
export const offsets = ['0', '1', '3', '4096', '8192'] as const;
export const refusedOffsets = ['-1', 'LONG_MIN', 'LONG_MAX'] as const;

/** RWF_* bits one by one (linux/fs.h), known to the kernel or not. */
export const rwFlagBits = [1, 2, 4, 8, 0x10, 0x20, 0x40, 0x80, 0x100, 0x200, 0x40000000] as const;

/** Timeouts that end within milliseconds: only the sum of the two words counts. */
export const shortTimeouts = [
  '{ 0, 0 }',
  '{ 0, 1 }',
  '{ 0, 1000000 }',
  '{ 0, 3000000 }',
  '{ 1, -999000000 }',
  '{ -1, 1002000000 }',
] as const;

/** Timeouts that never end; null is a null pointer. */
export const endlessTimeouts = [null, '{ -5, 0 }', '{ 0, -1 }', '{ LONG_MAX, 0 }'] as const;

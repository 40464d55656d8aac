import { refusableCalls } from './refusable-call.ts';

/**
 * Calls on files that a reader may have answered by rule, where the tape shows them: those that
 * programs make around their AIO calls, and whose failure they have to survive.
 */
export const rulableFileCalls = [
  'open',
  'openat',
  'openat2',
  'creat',
  'close',
  'read',
  'write',
  'pread64',
  'pwrite64',
  'readv',
  'writev',
  'preadv',
  'pwritev',
  'preadv2',
  'pwritev2',
  'lseek',
  'fsync',
  'fdatasync',
  'sync_file_range',
  'ftruncate',
  'fallocate',
  'fcntl',
  'fstat',
  'newfstatat',
  'statx',
  'ioctl',
  'unlink',
  'unlinkat',
  'rename',
  'eventfd2',
] as const;

/** Every call that a rule may answer. */
export const rulableCalls = [...refusableCalls, ...rulableFileCalls] as const;

export type RulableCall = (typeof rulableCalls)[number];
export type RulableFileCall = (typeof rulableFileCalls)[number];

/** Rules that one run may have at most. */
export const mostAnswerRules = 16;

/** Whether only a tape with the calls on files has it. */
export const isRulableFileCall = (call: RulableCall): call is RulableFileCall =>
  rulableFileCalls.some((known) => known === call);

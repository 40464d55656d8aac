/** The six system calls of Linux native AIO, in the order a program meets them. */
export const aioCalls = [
  'io_setup',
  'io_submit',
  'io_getevents',
  'io_pgetevents',
  'io_cancel',
  'io_destroy',
] as const;

export type AioCall = (typeof aioCalls)[number];

/** Calls that a reader may have refused, to see what a program does without them. */
export const refusableCalls = [
  'io_setup',
  'io_submit',
  'io_getevents',
  'io_pgetevents',
  'io_cancel',
  'io_destroy',
] as const;

/** Whose source a playground contains. A foreign one came with a link or an embedding page. */
export type SourceOrigin = 'example' | 'reader' | 'foreign';

/**
 * The only rule for running without a press of Run: only if the reader has switched it on, and
 * never what somebody else wrote. A foreign source becomes the reader's own when they run it.
 */
export const mayRunUnasked = (switchedOn: boolean, origin: SourceOrigin): boolean =>
  switchedOn && origin !== 'foreign';

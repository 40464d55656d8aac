/** Whose source stands in a playground. A foreign one came with a link or an embedding page. */
export type SourceOrigin = 'example' | 'reader' | 'foreign';

/**
 * The one rule about running what nobody pressed Run for: only when the reader has switched it on,
 * and never what somebody else wrote. A foreign source becomes the reader's when they run it.
 */
export const mayRunUnasked = (switchedOn: boolean, origin: SourceOrigin): boolean =>
  switchedOn && origin !== 'foreign';

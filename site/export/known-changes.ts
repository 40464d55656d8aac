import { readChanges } from './changes.ts';

/** The changes of the content as git had them when the build began. */
export const knownChanges = readChanges();

import { readChanges } from './changes.ts';

/** The changes to the content that git knew when the build began. */
export const knownChanges = readChanges();

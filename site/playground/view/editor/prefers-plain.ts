/** Whether a reader is better served by a plain editor: Monaco does not support touch. */
export const prefersPlain = (): boolean => matchMedia('(pointer: coarse)').matches;

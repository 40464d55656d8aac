/** Monaco does not support touch. */
export const prefersPlain = (): boolean => matchMedia('(pointer: coarse)').matches;

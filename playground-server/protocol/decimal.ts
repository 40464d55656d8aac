import { z } from 'zod';

/** 64-bit numbers travel as decimal strings: JSON numbers lose digits above 2^53. */
export const decimal = z.string().regex(/^-?\d+$/);

/** Addresses travel as C prints them, `0x7ffe12340000`; a null pointer is `0x0`. */
export const hexAddress = z.string().regex(/^0x[0-9a-f]{1,16}$/);

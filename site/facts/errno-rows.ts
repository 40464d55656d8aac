import { getCollection } from 'astro:content';
import { aioCalls } from '../../playground-server/protocol/aio-call.ts';
import { errnoMatrix } from './errno-matrix.ts';

const calls = (await getCollection('calls')).map(({ data }) => data);

/** The matrix of all errnos, with the calls in the order a program meets them. */
export const errnoRows = errnoMatrix(
  aioCalls.flatMap((name) => calls.filter(({ call }) => call === name)),
);
